/** Every route of the API. */
import { accountRoutes } from './accounts/account.ts';
import { descriptionRoutes } from './agreements/description.ts';
import { factRoutes } from './ledger/fact.ts';
import { obligationRoutes } from './ledger/obligation.ts';

export const routes = {
  ...accountRoutes,
  ...descriptionRoutes,
  ...factRoutes,
  ...obligationRoutes,
};
export type Routes = typeof routes;
