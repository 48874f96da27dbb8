import { CUSTOMER_ROLES, routes, STAFF_ROLES, USUAL_TICKET_VIEWS, WHO_MAY } from '@tamarack/contract';
import type { Plugin } from 'vite';

const NAME = 'virtual:contract-tables';

/**
 * Gives the browser the contract's tables as data: which routes there are, who may do what, what roles are called, which views
 * everybody has. The contract's own code would bring zod along, which is more than the rest of a page.
 */
export function contractTables(): Plugin {
  const tables = {
    routeKeys: Object.keys(routes),
    whoMay: WHO_MAY,
    staffRoles: STAFF_ROLES,
    customerRoles: CUSTOMER_ROLES,
    usualTicketViews: USUAL_TICKET_VIEWS,
  };
  const code = Object.entries(tables)
    .map(([name, table]) => `export const ${name} = ${JSON.stringify(table)};\n`)
    .join('');
  return {
    name: 'contract-tables',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? code : undefined),
  };
}
