import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refuse, REFUSALS, type RefusalCode } from './refusals.ts';

const codes = Object.keys(REFUSALS);

test('each code is used in the sources of core; that the page has it is for tests/refusals.test.ts', () => {
  const text = sources()
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  expect(codes.filter((code) => !text.includes(`'${code}'`))).toEqual([]);
});

test('a refusal keeps the remedy of its code when its sentence is made more exact', () => {
  const code: RefusalCode = 'time.out-of-range';
  expect(refuse(code)).toEqual({ ok: false, refusal: { code, ...REFUSALS[code] } });
  expect(refuse(code, 'Year 9000.').refusal).toEqual({ code, sentence: 'Year 9000.', remedy: REFUSALS[code].remedy });
});

function sources(): string[] {
  const entries = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const own = entries.filter((path) => /(?<!\.test)\.ts$/.test(path) && path !== 'refusals.ts');
  return own.map((path) => join(import.meta.dirname, path));
}
