import { expect, test } from 'vitest';
import { alsoTold } from './also-told.ts';

test('the roles to be notified, whoever has to approve on either side, and the first step of the ladder', () => {
  const ladder = { steps: [{ role: 'duty-lead' }, { role: 'director' }] };
  expect(alsoTold({ notify: ['team-lead'], approval: { provider: 'support-manager' } }, ladder)).toEqual([
    { side: 'provider', role: 'team-lead' },
    { side: 'provider', role: 'support-manager' },
    { side: 'provider', role: 'duty-lead' },
  ]);
  expect(alsoTold({ approval: { customer: 'sponsor' } }, undefined)).toEqual([{ side: 'customer', role: 'sponsor' }]);
  expect(alsoTold(undefined, undefined)).toEqual([]);
});
