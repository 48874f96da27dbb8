/** The contract's tables as data; written by build/contract-tables.ts when the application is built. */
declare module 'virtual:contract-tables' {
  import type { CustomerRole, StaffRole } from '@tamarack/contract';

  export const routeKeys: readonly string[];
  export const whoMay: Readonly<Record<string, readonly string[]>>;
  export const staffRoles: Readonly<Record<StaffRole, string>>;
  export const customerRoles: Readonly<Record<CustomerRole, string>>;
}
