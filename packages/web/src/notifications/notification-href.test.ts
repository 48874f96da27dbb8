import { expect, test } from 'vitest';
import { notificationHref } from './notification-href.ts';

const about = { accountId: 'a', obligationId: null, ticketId: null, descriptionId: null, versionId: null };

test.for([
  ['obligation.breached', { ...about, obligationId: 'o' }, '/accounts/a/ledger/o'],
  ['ticket.replied', { ...about, ticketId: 't' }, '/accounts/a/tickets/t'],
  ['contract.change-proposed', about, '/accounts/a/contracts'],
  ['account.renamed', about, '/accounts/a'],
  [
    'description.submitted',
    { ...about, accountId: null, descriptionId: 'd', versionId: 'v' },
    '/agreements/d/versions/v',
  ],
] as const)('%s of %o leads to %s', ([kind, of, href]) => {
  expect(notificationHref({ ...of, kind })).toBe(href);
});
