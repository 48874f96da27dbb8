/** The first wall: may this visitor call this route, and whose rows will the transaction see? */
import { rolesMay, type Action, type Role, type Route } from '@tamarack/contract';
import type { Actor } from '../database/actor.ts';
import { refuseApi, type ApiResult } from './refuse-api.ts';
import type { Visitor } from './visitor.ts';

/** Nobody in particular: sees no account at all. */
const NOBODY: Actor = { personId: undefined, side: 'customer', accounts: [], via: 'session' };

/**
 * The actor under which the route runs: narrowed to the account of its path, or to the accounts in which the visitor's
 * roles allow the action. Somebody else's account is refused as if it did not exist.
 */
export function actorFor(
  visitor: Visitor | undefined,
  may: Route['may'],
  accountId: string | undefined,
): ApiResult<Actor> {
  if (may === 'anyone') return { ok: true, value: visitor ? actorOf(visitor, []) : NOBODY };
  if (!visitor) return refuseApi('sign-in.required');
  if (may === 'signed-in') return { ok: true, value: actorOf(visitor, accountsOf(visitor)) };
  if (visitor.scopes && !visitor.scopes.includes(may))
    return refuseApi('access.denied', `This token is not made for ${may}.`);
  return accountId === undefined ? anywhere(visitor, may) : onAccount(visitor, may, accountId);
}

function anywhere(visitor: Visitor, action: Action): ApiResult<Actor> {
  if (visitor.side === 'provider') {
    if (!rolesMay(visitor.staffRoles, action)) return refuseApi('access.denied');
    return { ok: true, value: actorOf(visitor, accountsOf(visitor)) };
  }
  const allowed = [...visitor.accountRoles].filter(([, roles]) => rolesMay(roles, action)).map(([account]) => account);
  if (allowed.length === 0) return refuseApi('access.denied');
  return { ok: true, value: actorOf(visitor, allowed) };
}

function onAccount(visitor: Visitor, action: Action, accountId: string): ApiResult<Actor> {
  const roles = rolesOn(visitor, accountId);
  if (!roles) return refuseApi('record.not-found');
  if (!rolesMay(roles, action)) return refuseApi('access.denied');
  return { ok: true, value: actorOf(visitor, [accountId]) };
}

/** Whether a visitor may do something on an account, by the roles that a route of the account would ask. */
export function mayOn(visitor: Visitor, accountId: string, action: Action): boolean {
  const roles = rolesOn(visitor, accountId);
  return roles !== undefined && rolesMay(roles, action);
}

/** The roles with which a visitor acts on an account; undefined where it does not see the account. */
function rolesOn({ side, staffRoles, accountRoles, seesAll }: Visitor, accountId: string): readonly Role[] | undefined {
  const there = accountRoles.get(accountId);
  if (side === 'customer') return there;
  return seesAll || there ? [...staffRoles, ...(there ?? [])] : undefined;
}

function accountsOf({ side, seesAll, accountRoles }: Visitor): Actor['accounts'] {
  return side === 'provider' && seesAll ? 'all' : [...accountRoles.keys()];
}

function actorOf({ personId, side, via }: Visitor, accounts: Actor['accounts']): Actor {
  return { personId, side, accounts, via };
}
