import type { Gives } from '@tamarack/contract';

type Notification = Gives<'GET /me/notifications'>['rows'][number];

/** Where a notification leads: its obligation, the contracts of the account for a proposal, else the account. */
export function notificationHref({
  accountId,
  obligationId,
  kind,
}: Pick<Notification, 'accountId' | 'obligationId' | 'kind'>): string {
  if (obligationId !== null) return `/accounts/${accountId}/ledger/${obligationId}`;
  if (kind.startsWith('contract.')) return `/accounts/${accountId}/contracts`;
  return `/accounts/${accountId}`;
}
