import type { Action } from '@tamarack/contract';
import { roleNames, routeKeys, whoMay } from 'virtual:contract-tables';

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
  return roleNames[role] ?? role;
}
