/** Who submits a ticket: the person who asks, or the one of the customer for whom staff ask. Their entitlement counts. */
import { rolesMay } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { mayOn } from '../platform/http/access-check.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { requesterChoices } from './form-views.ts';

export type Submitter = {
  readonly personId: string;
  readonly side: 'provider' | 'customer';
  /** In this account. */
  readonly roles: readonly string[];
  readonly isSelf: boolean;
  /** Whether a role of theirs submits tickets at all. */
  readonly maySubmit: boolean;
};

/** Refuses `value.not-allowed` for somebody who is not of the customer, or whom the visitor cannot speak for. */
export async function submitterOf(
  tx: Tx,
  accountId: string,
  visitor: Visitor,
  requesterId: string | undefined,
): Promise<ApiResult<Submitter>> {
  const self = selfOf(accountId, visitor, requesterId);
  if (self) return { ok: true, value: self };
  const others = visitor.side === 'provider' ? await requesterChoices(tx, accountId) : [];
  const other = others.find(({ id }) => id === requesterId);
  if (!other)
    return refuseApi('value.not-allowed', 'A ticket cannot be submitted for this person.', [
      { path: 'requesterId', says: 'expected a person of this customer' },
    ]);
  const maySubmit = rolesMay(other.roles, 'tickets.submit');
  return { ok: true, value: { personId: other.id, side: 'customer', roles: other.roles, isSelf: false, maySubmit } };
}

/** The visitor, who asks for nobody else; undefined where somebody else is named. */
export function selfOf(accountId: string, visitor: Visitor, requesterId: string | undefined): Submitter | undefined {
  const { personId, side, accountRoles } = visitor;
  if (requesterId !== undefined && requesterId !== personId) return undefined;
  const maySubmit = mayOn(visitor, accountId, 'tickets.submit');
  return { personId, side, roles: accountRoles.get(accountId) ?? [], isSelf: true, maySubmit };
}
