/** Every route of the API. */
import { accountRoutes } from './accounts/account.ts';
import { factRoutes } from './ledger/fact.ts';
import { obligationRoutes } from './ledger/obligation.ts';

export const routes = {
  ...accountRoutes,
  ...factRoutes,
  ...obligationRoutes,
};
export type Routes = typeof routes;
