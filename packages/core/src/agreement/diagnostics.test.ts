import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DIAGNOSTICS } from './diagnostics.ts';
import { textOf } from './examples/finding-case.ts';
import { FINDING_CASES } from './examples/finding-cases.ts';
import { SMALL_DESCRIPTION } from './examples/small-description.ts';
import { readDescription } from './read-description.ts';

const codes = Object.keys(DIAGNOSTICS);

test('the small description has no finding', () => {
  expect(readDescription(SMALL_DESCRIPTION).diagnostics).toEqual([]);
});

describe('each finding stands alone, at its exact place', () => {
  test.for(FINDING_CASES)('$code: $why', (given) => {
    const { text, start, end } = textOf(given);
    const { diagnostics, ready } = readDescription(text);
    const level = DIAGNOSTICS[given.code].level;
    expect(diagnostics).toMatchObject([{ code: given.code, level, start, end }]);
    expect(diagnostics[0]?.suggestion).toBe(given.suggestion);
    // A file that is refused as a whole shows no line.
    const line = text.replace(/^\uFEFF/, '').split('\n')[start.line - 1] ?? '';
    expect(['', line]).toContain(diagnostics[0]?.source);
    expect(ready === undefined).toBe(level === 'error');
  });
});

describe('the catalogue agrees with the code and the page, in both directions', () => {
  test('each code has a case', () => {
    expect(codes.filter((code) => !FINDING_CASES.some((given) => given.code === code))).toEqual([]);
  });

  test('each code is used in the sources of core, and each code that is used is in the catalogue', () => {
    const sources = sourcesOf(join(import.meta.dirname, '..')).filter((path) => !path.endsWith('diagnostics.ts'));
    const text = sources.map((path) => readFileSync(path, 'utf8')).join('\n');
    // check-facts.ts builds three of them: name.unknown-fact, -state and -field.
    const isUsed = (code: string) => text.includes(`'${code}'`) || /^name\.unknown-(fact|state|field)$/.test(code);
    expect(codes.filter((code) => !isUsed(code))).toEqual([]);
    const used = [...text.matchAll(/\bcode: '([a-z-]+\.[a-z-]+)'/g)].map(([, code]) => code ?? '');
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((code) => !codes.includes(code))).toEqual([]);
  });

  test('each code is on docs/diagnostics.md with its level, and no other', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../../docs/diagnostics.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `([^`]+)` \| (error|warning) \| (.+) \|$/gm)];
    const listed = rows.map(([, code, level, says]) => [code, { level, says }]);
    expect(Object.fromEntries(listed)).toEqual(DIAGNOSTICS);
  });
});

function sourcesOf(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries
    .filter((path) => /(?<!\.test)\.ts$/.test(path) && !path.includes('examples'))
    .map((path) => join(folder, path));
}
