import { expect, test } from 'vitest';
import { notificationHref } from './notification-href.ts';

test.for([
  ['obligation.breached', 'o', '/accounts/a/ledger/o'],
  ['contract.change-proposed', null, '/accounts/a/contracts'],
  ['account.renamed', null, '/accounts/a'],
] as const)('%s of %s leads to %s', ([kind, obligationId, href]) => {
  expect(notificationHref({ accountId: 'a', kind, obligationId })).toBe(href);
});
