import type { Action, CustomerRole, StaffRole } from '@tamarack/contract';
import { customerRoles, routeKeys, staffRoles, whoMay } from 'virtual:contract-tables';

export type RoleChoice<Name extends string> = { readonly name: Name; readonly title: string };

/** The roles of staff, and those of a customer’s people, in the order of the contract. */
export const STAFF_ROLES = choicesOf<StaffRole>(staffRoles);
export const CUSTOMER_ROLES = choicesOf<CustomerRole>(customerRoles);
const titles = new Map<string, string>([...STAFF_ROLES, ...CUSTOMER_ROLES].map(({ name, title }) => [name, title]));

function choicesOf<Name extends string>(table: Readonly<Record<Name, string>>): readonly RoleChoice<Name>[] {
  return Object.entries<string>(table).map(([name, title]) => ({ name: name as Name, title }));
}

/** Whether this build's contract has the route; pages whose API is not there yet stay out of the navigation. */
export function hasRoute(key: string): boolean {
  return routeKeys.includes(key);
}

/** Whether any of these roles may do it: only to hide what would be refused; the server decides. */
export function rolesMay(roles: readonly string[], action: Action): boolean {
  return roles.some((role) => whoMay[action]?.includes(role));
}

/** What a role is called: "technical-lead" is "Customer technical lead". */
export function roleName(role: string): string {
  return titles.get(role) ?? role;
}
