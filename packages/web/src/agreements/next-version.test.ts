import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDescription } from '@tamarack/core';
import { nextVersion } from './next-version.ts';

const source = readFileSync(join(import.meta.dirname, '../../../../services/gitlab-tam.yaml'), 'utf8')
  // Lists of public holidays are the server's.
  .replaceAll(/^ +holidays:.*\n/gm, '');
const by = { date: '2026-12-01', author: 'Ingrid "Inga" Solheim', change: 'Calls: weekly' };

test('the next version of a shipped service reads without errors and says its number twice', () => {
  const next = nextVersion({ source, version: '1.0', ...by });
  expect(next.version).toBe('1.1');
  const { ready, diagnostics } = readDescription(next.source);
  expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  expect(ready?.description.document.version).toBe('1.1');
  expect(ready?.description.document.history[0]).toMatchObject({ version: '1.1', author: 'Ingrid "Inga" Solheim' });
  expect(ready?.description.document.history).toHaveLength(2);
});

test('"1.9" is followed by "1.10", and what has no number gets one', () => {
  expect(nextVersion({ source, version: '1.9', ...by }).version).toBe('1.10');
  expect(nextVersion({ source, version: 'draft', ...by }).version).toBe('draft.1');
  expect(nextVersion({ source, version: '$&', ...by }).source).toContain('\n  version: "$&.1"\n');
});

test('only document control is edited: another version further down stays', () => {
  const text = 'document:\n  version: "1.0"\nterms:\n  a:\n    version: "1.0"\n';
  expect(nextVersion({ source: text, version: '1.0', ...by }).source).toBe(
    'document:\n  version: "1.1"\nterms:\n  a:\n    version: "1.0"\n',
  );
});

test('a text without document control stays as it is', () => {
  expect(nextVersion({ source: 'x: 1\n', version: '1.0', ...by }).source).toBe('x: 1\n');
});
