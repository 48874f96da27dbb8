import { expect, test } from 'vitest';
import { readAuditSearch } from './audit-search.ts';

const id = '01950000-0000-7000-8000-000000000001';

test('what fits is kept, what somebody typed otherwise is left out', () => {
  expect(readAuditSearch({ account: id, by: id, fact: 'incident.', from: '2026-11-01', to: '2026-11-30' })).toEqual({
    account: id,
    by: id,
    fact: 'incident.',
    from: '2026-11-01',
    to: '2026-11-30',
  });
  expect(readAuditSearch({ account: '1 or 1=1', by: 7, fact: '', from: 'yesterday', to: ['2026-11-01'] })).toEqual({});
});
