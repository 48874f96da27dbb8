import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anythingBut } from '../scripts/generate/anything-but.ts';

// Few letters, so that texts often share beginnings; the signs are those that mean something in an expression.
const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '-', '/', '@'), maxLength: 5 });
const some = fc.array(
  text.filter((value) => value !== ''),
  { maxLength: 4 },
);

describe('anythingBut', () => {
  test('matches a text exactly when it is none of the texts and begins with none of the prefixes', () => {
    fc.assert(
      fc.property(some, some, text, (texts, prefixes, candidate) => {
        const isNamed = texts.includes(candidate) || prefixes.some((prefix) => candidate.startsWith(prefix));
        expect(new RegExp(anythingBut(texts, prefixes)).test(candidate)).toBe(!isNamed);
      }),
      { numRuns: 5000 },
    );
  });

  test('zod is not zod/v3, and vitest/node is vitest', () => {
    const other = new RegExp(anythingBut(['zod'], ['.', 'vitest/']));
    expect(['zod', './a.ts', '../a.ts', 'vitest/node'].filter((name) => other.test(name))).toEqual([]);
    expect(['zod/v3', 'zo', 'zodiac', 'node:fs', 'vitest'].every((name) => other.test(name))).toBe(true);
  });
});
