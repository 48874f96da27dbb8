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
  const { personId, side, accountRoles } = visitor;
  const own = { personId, side, roles: accountRoles.get(accountId) ?? [], isSelf: true };
  if (requesterId === undefined || requesterId === personId) return { ok: true, value: own };
  const others = side === 'provider' ? await requesterChoices(tx, accountId) : [];
  const other = others.find(({ id }) => id === requesterId);
  if (!other)
    return refuseApi('value.not-allowed', 'A ticket cannot be submitted for this person.', [
      { path: 'requesterId', says: 'expected a person of this customer' },
    ]);
  return { ok: true, value: { personId: other.id, side: 'customer', roles: other.roles, isSelf: false } };
}
