/** What a visitor may do somewhere. */
import { ACTIONS, rolesMay, type Action } from '@tamarack/contract';
import type { Visitor } from '../../platform/http/visitor.ts';

export function actionsOf({ staffRoles, accountRoles, scopes }: Visitor): readonly Action[] {
  const roles = new Set([...staffRoles, ...[...accountRoles.values()].flat()]);
  return ACTIONS.filter((action) => rolesMay(roles, action) && (scopes === undefined || scopes.includes(action)));
}
