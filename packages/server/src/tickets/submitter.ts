/** Who submits a ticket: the person who asks, or the one of the customer for whom staff ask. Their entitlement counts. */
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { requesterChoices } from './form-views.ts';

export type Submitter = {
  readonly personId: string;
  readonly side: 'provider' | 'customer';
  /** In this account. */
  readonly roles: readonly string[];
  readonly isSelf: boolean;
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
  return { ok: true, value: { personId: other.id, side: 'customer', roles: other.roles, isSelf: false } };
}

/** The visitor, who asks for nobody else; undefined where somebody else is named. */
export function selfOf(
  accountId: string,
  { personId, side, accountRoles }: Visitor,
  requesterId: string | undefined,
): Submitter | undefined {
  if (requesterId !== undefined && requesterId !== personId) return undefined;
  return { personId, side, roles: accountRoles.get(accountId) ?? [], isSelf: true };
}
