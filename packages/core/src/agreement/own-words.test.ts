import { describe, expect, test } from 'vitest';
import { SMALL_DESCRIPTION } from './examples/small-description.ts';
import { readDescription } from './read-description.ts';

/** What people put where something else belongs. */
const WRONG = [
  '[]',
  '{}',
  '{all: [incident.closed]}',
  '[[1]]',
  '800',
  '-1',
  '1.5',
  '9007199254740993',
  '""',
  '~',
  '{"A B": 1}',
  '{x: {"A B": 1 hour}}',
  'yes',
];

/** Ends of lines that hold one value, and the values of small mappings. */
const VALUES = [...SMALL_DESCRIPTION.matchAll(/(?<=: )(?:[^{}[\],\n]+|\[[^\]]*\]|\{[^{}]*\})(?=$|,|\})/gm)];

describe('findings speak the words of the language, never those of the schema library', () => {
  test.for(WRONG)('%s anywhere', (wrong) => {
    expect(VALUES.length).toBeGreaterThan(75);
    for (const { 0: value, index } of VALUES) {
      const text = SMALL_DESCRIPTION.slice(0, index) + wrong + SMALL_DESCRIPTION.slice(index + value.length);
      for (const { sentence } of readDescription(text).diagnostics) {
        expect(sentence).not.toMatch(/Invalid|Too small|Too big|expected array|must match|>=|<=/);
      }
    }
  });

  test.for([
    ['until: incident.acknowledged', 'until: []', 'the list is empty', 'at least 1 entry'],
    ['until: incident.acknowledged', 'until: {all: [incident.closed]}', 'the list has 1 entry', 'at least 2 entries'],
    ['    pauses: side', '    warn-at: 800\n    pauses: side', 'the number 800 is too large', 'at most 99'],
    ['    pauses: side', '    warn-at: 0\n    pauses: side', 'the number 0 is too small', 'at least 1'],
  ] as const)('%s → %s', ([from, to, sentence, expected]) => {
    const { diagnostics } = readDescription(SMALL_DESCRIPTION.replace(from, () => to));
    expect(diagnostics).toMatchObject([{ sentence, expected: expect.stringContaining(expected) }]);
  });

  test('a row of a table that is neither a severity nor a level', () => {
    const { diagnostics } = readDescription(SMALL_DESCRIPTION.replace('{basic: {1: 2', '{"A B": 1 hour, basic: {1: 2'));
    expect(diagnostics).toMatchObject([{ sentence: '"A B" names no row: rows are severities from 1 to 9, or levels' }]);
  });
});
