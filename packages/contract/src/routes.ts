/** Every route of the API. */
import { accountRoutes } from './accounts/account.ts';

export const routes = {
  ...accountRoutes,
};
export type Routes = typeof routes;
