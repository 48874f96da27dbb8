import type { Gives } from '@tamarack/contract';

type Notification = Gives<'GET /me/notifications'>['rows'][number];

/** Where a notification leads: its ticket or obligation, the contracts of the account for a proposal, a version, else the account. */
export function notificationHref({
  accountId,
  obligationId,
  ticketId,
  descriptionId,
  versionId,
  kind,
}: Pick<Notification, 'accountId' | 'obligationId' | 'ticketId' | 'descriptionId' | 'versionId' | 'kind'>): string {
  if (descriptionId !== null && versionId !== null) return `/agreements/${descriptionId}/versions/${versionId}`;
  if (accountId === null) return '/notifications';
  if (ticketId !== null) return `/accounts/${accountId}/tickets/${ticketId}`;
  if (obligationId !== null) return `/accounts/${accountId}/ledger/${obligationId}`;
  if (kind.startsWith('contract.')) return `/accounts/${accountId}/contracts`;
  return `/accounts/${accountId}`;
}
