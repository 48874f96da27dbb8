import { expect, test } from 'vitest';
import { readDescription } from '@tamarack/core';
import { emptyDescription } from './empty-description.ts';

test('an empty description reads without errors, whatever the names contain', () => {
  const names = { service: 'Care: "basic" #1', provider: "O'Hara & Sons", approver: '- Director', author: '{Ingrid}' };
  const text = emptyDescription({ reference: '0012', ...names, date: '2026-11-21' });
  const { ready, diagnostics } = readDescription(text);
  expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  expect(ready?.description.service).toMatchObject({ name: names.service, provider: names.provider });
  expect(ready?.description.document).toMatchObject({ reference: '0012', approver: '- Director', owner: '{Ingrid}' });
});
