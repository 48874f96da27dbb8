import { accountRoutes } from '../accounts/routes.ts';
import { administrationRoute } from '../administration/routes.ts';
import { agreementRoutes } from '../agreements/routes.ts';
import { notificationsRoute } from '../notifications/routes.ts';
import { profileRoute } from '../profile/routes.ts';
import { signInRoutes } from '../sign-in/routes.ts';
import { ticketsRoute } from '../tickets/routes.ts';
import { todayRoute } from '../today/routes.ts';
import { firstPageRoute } from './first-page-route.ts';
import { nothingHereRoute } from './nothing-here-route.ts';
import { rootRoute } from './root-route.ts';
import { signedInRoute } from './signed-in-route.ts';

/** Every page. A capability's own are in its `routes.ts`; a page itself is loaded when somebody goes there. */
export const routeTree = rootRoute.addChildren([
  ...signInRoutes,
  signedInRoute.addChildren([
    firstPageRoute,
    todayRoute,
    ticketsRoute,
    ...accountRoutes,
    ...agreementRoutes,
    administrationRoute,
    profileRoute,
    notificationsRoute,
    nothingHereRoute,
  ]),
]);
