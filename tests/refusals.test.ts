/** The catalogues of refusals, the code that refuses and docs/refusals.md agree, in both directions. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATALOGUES } from '../scripts/generate/refusals.ts';

const root = join(import.meta.dirname, '..');
const codes = CATALOGUES.flatMap(({ entries }) => Object.keys(entries));
const sources = globSync('packages/{core,contract,server}/src/**/*.ts', { cwd: root })
  .filter((path) => !path.endsWith('.test.ts') && !path.includes('/oracles/'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

test('a code means one thing', () => {
  expect(codes.length).toBe(new Set(codes).size);
});

describe('every catalogue of the sources is on the page', () => {
  const declared = sources.filter(({ text }) => /^export const \w*REFUSALS = /m.test(text)).map(({ path }) => path);

  test('and no other', () => {
    expect(CATALOGUES.map(({ source }) => source).toSorted()).toEqual(declared.toSorted());
  });

  test('with its codes, sentences and remedies', () => {
    const page = readFileSync(join(root, 'docs/refusals.md'), 'utf8');
    const listed = [...page.matchAll(/^\| `([^`]+)` \|(?: (\d{3}) \|)? (.+) \| (.+) \|$/gm)].map(
      ([, code, status, sentence, remedy]) => [
        code,
        { ...(status === undefined ? {} : { status: Number(status) }), sentence, remedy },
      ],
    );
    const wanted = Object.fromEntries(CATALOGUES.flatMap(({ entries }) => Object.entries(entries)));
    expect(Object.fromEntries(listed)).toEqual(wanted);
  });
});

test.for(CATALOGUES)('$source: each code is said somewhere', ({ source, entries }) => {
  const elsewhere = sources.filter(({ path }) => path !== source).map(({ text }) => text);
  const said = elsewhere.join('\n');
  expect(Object.keys(entries).filter((code) => !said.includes(`'${code}'`))).toEqual([]);
});

test('nobody refuses with a code that stands in no catalogue', () => {
  const made = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/\brefuse(?:[A-Z]\w*)?\(\s*'([a-z-]+\.[a-z-]+)'|refusal: \{ code: '([^']+)'/g)].map((match) => ({
      path,
      code: match[1] ?? match[2] ?? '',
    })),
  );
  expect(made.length).toBeGreaterThan(100);
  expect(made.filter(({ code }) => !codes.includes(code))).toEqual([]);
});
