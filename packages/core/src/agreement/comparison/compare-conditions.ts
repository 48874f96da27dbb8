/** Whether a condition holds in more or fewer cases than before, where that is plain. */
import type { Condition, ConditionValue, Test } from '../words/condition.ts';
import type { Direction } from './verdict.ts';

/** "more": it holds wherever it held, and elsewhere. A condition that is not there is `always` or never. */
export function compareConditions(
  before: Condition | undefined,
  after: Condition | undefined,
  absent: 'always' | 'never',
): Direction {
  if (before === undefined || after === undefined) {
    if (before === after) return 'same';
    return (before === undefined) === (absent === 'always') ? 'less' : 'more';
  }
  const wider = implies(before, after);
  const narrower = implies(after, before);
  if (wider && narrower) return 'same';
  if (wider) return 'more';
  return narrower ? 'less' : 'unknown';
}

function implies(a: Condition, b: Condition): boolean {
  return a.anyOf.every((own) =>
    b.anyOf.some((other) => other.every((test) => own.some((known) => testImplies(known, test)))),
  );
}

function testImplies(known: Test, wanted: Test): boolean {
  if (known.field !== wanted.field) return false;
  if (known.comparison === wanted.comparison && known.values.map(String).join() === wanted.values.map(String).join())
    return true;
  const possible = known.comparison === '=' || known.comparison === 'in' ? known.values : undefined;
  if (possible) return possible.every((value) => passes(value, wanted));
  const [from, to] = [Number(known.values[0]), Number(wanted.values[0])];
  if (known.comparison === '>') return (wanted.comparison === '>' || wanted.comparison === '>=') && from >= to;
  if (known.comparison === '>=')
    return (wanted.comparison === '>=' && from >= to) || (wanted.comparison === '>' && from > to);
  if (known.comparison === '<') return (wanted.comparison === '<' || wanted.comparison === '<=') && from <= to;
  if (known.comparison === '<=')
    return (wanted.comparison === '<=' && from <= to) || (wanted.comparison === '<' && from < to);
  return false;
}

function passes(value: ConditionValue, { comparison, values }: Test): boolean {
  const [first] = values;
  switch (comparison) {
    case '=':
    case 'in':
      return values.some((other) => String(other) === String(value));
    case '!=':
      return String(first) !== String(value);
    case '<':
      return Number(value) < Number(first);
    case '<=':
      return Number(value) <= Number(first);
    case '>':
      return Number(value) > Number(first);
    case '>=':
      return Number(value) >= Number(first);
  }
}
