/**
 * Conditions: `if: severity = 1`, `pauses: side = customer`, `if: leave.consecutive-days > 5`.
 * Comparisons joined by `and` and `or` (`and` binds closer); no brackets, no functions.
 */
import { word, type Reading } from './word.ts';

export const COMPARISONS = ['=', '!=', '<=', '>=', '<', '>', 'in'] as const;
export type Comparison = (typeof COMPARISONS)[number];
export type ConditionValue = string | number;

/** Alternatives (`or`) of comparisons that must all hold (`and`). */
export type Condition = { readonly text: string; readonly anyOf: readonly (readonly Test[])[] };
export type Test = {
  readonly field: string;
  readonly comparison: Comparison;
  readonly values: readonly ConditionValue[];
};

const EXPECTED =
  'a comparison such as "severity = 1", "leave.consecutive-days > 5" or "segment in enterprise, mid-market"';
const TEST = /^([a-z][a-z0-9.-]*)\s*(=|!=|<=|>=|<|>|\bin\b)\s*(.+)$/;

/** Reads a condition. */
function readCondition(text: string): Reading<Condition> {
  const anyOf: Test[][] = [];
  for (const alternative of text.trim().split(/\s+or\s+/)) {
    const tests: Test[] = [];
    for (const part of alternative.split(/\s+and\s+/)) {
      const test = readTest(part.trim());
      if (!test) return { ok: false, sentence: `"${part.trim()}" is not a comparison`, expected: EXPECTED };
      tests.push(test);
    }
    anyOf.push(tests);
  }
  return { ok: true, value: { text: text.trim(), anyOf } };
}

function readTest(part: string): Test | undefined {
  const match = TEST.exec(part);
  const comparison = COMPARISONS.find((known) => known === match?.[2]);
  if (!match || !comparison) return undefined;
  const texts = comparison === 'in' ? (match[3] ?? '').split(/\s*,\s*/) : [match[3] ?? ''];
  const values = texts.map(readValue);
  if (values.some((value) => value === '')) return undefined;
  const ordered = comparison === '<' || comparison === '>' || comparison === '<=' || comparison === '>=';
  if (ordered && typeof values[0] !== 'number') return undefined;
  return { field: match[1] ?? '', comparison, values };
}

function readValue(text: string): ConditionValue {
  const plain = text.trim();
  return /^\d{1,15}$/.test(plain) ? Number(plain) : /^[a-z0-9][a-z0-9 .-]*$/i.test(plain) ? plain : '';
}

/** Whether a condition holds, given the fields known at that moment; an unknown field fails every comparison. */
export function holds(condition: Condition, fieldOf: (field: string) => ConditionValue | undefined): boolean {
  return condition.anyOf.some((tests) => tests.every((test) => passes(test, fieldOf(test.field))));
}

function passes(test: Test, actual: ConditionValue | undefined): boolean {
  const [expected] = test.values;
  if (actual === undefined || expected === undefined) return false;
  switch (test.comparison) {
    case '=':
      return same(actual, expected);
    case '!=':
      return !same(actual, expected);
    case 'in':
      return test.values.some((value) => same(actual, value));
    case '<':
      return Number(actual) < Number(expected);
    case '<=':
      return Number(actual) <= Number(expected);
    case '>':
      return Number(actual) > Number(expected);
    case '>=':
      return Number(actual) >= Number(expected);
  }
}

/** Severities arrive as 1 or "1"; both mean the same severity. */
function same(a: ConditionValue, b: ConditionValue): boolean {
  return String(a) === String(b);
}

export const conditionWord = word(readCondition, {
  id: 'condition',
  description: 'A condition: comparisons of known fields, joined by "and" and "or".',
  examples: [
    'severity = 1',
    'leave.consecutive-days > 5',
    'side = customer',
    'segment = enterprise and annual-recurring-revenue >= 50000',
  ],
});
