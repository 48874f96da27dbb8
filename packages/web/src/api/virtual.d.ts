/** The contract's tables as data; written by build/contract-tables.ts when the application is built. */
declare module 'virtual:contract-tables' {
  import type { CustomerRole, Gives, StaffRole, USUAL_TICKET_VIEWS } from '@tamarack/contract';

  export const routeKeys: readonly string[];
  export const whoMay: Readonly<Record<string, readonly string[]>>;
  export const staffRoles: Readonly<Record<StaffRole, string>>;
  export const customerRoles: Readonly<Record<CustomerRole, string>>;
  export const usualTicketViews: Readonly<
    Record<keyof typeof USUAL_TICKET_VIEWS, Gives<'GET /ticket-views'>['rows'][number]['filter']>
  >;
}
