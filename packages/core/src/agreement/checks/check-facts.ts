/** Facts, states and fields that nobody can record or ask. */
import type { Finding } from '../diagnostics.ts';
import type { Description } from '../grammar/description.ts';
import type { PromiseClause } from '../grammar/promise.ts';
import { nearest } from '../nearest.ts';
import type { Condition } from '../words/condition.ts';
import { SUBJECTS } from '../../facts/subjects.ts';
import { vocabularyOf, type Vocabulary } from '../../facts/vocabulary.ts';
import type { Declared } from './declared.ts';
import type { Path } from './references.ts';

/** Checks every fact, state and field against the vocabulary of the description. */
export function checkFacts(description: Description, declared: Declared): Finding[] {
  const vocabulary = vocabularyOf(ownActivities(description));
  const findings: Finding[] = [];
  const known = { fact: vocabulary.facts, state: new Set(vocabulary.states.keys()), field: vocabulary.fields };
  const check = (thing: keyof typeof known, name: string, path: Path) => {
    if (known[thing].has(name)) return;
    const subject = name.split('.')[0] ?? '';
    if (thing !== 'field' && !vocabulary.subjects.has(subject) && declared.get('activity')?.has(subject)) return;
    const named = vocabulary.subjects.get(subject);
    findings.push({
      code: `name.unknown-${thing}`,
      path,
      sentence: `${thing === 'field' ? 'conditions cannot ask' : `there is no ${thing}`} "${name}"`,
      expected:
        thing === 'fact' && named
          ? named.facts.map((fact) => `${subject}.${fact}`).join(', ')
          : thing === 'fact'
            ? `a fact of ${[...vocabulary.subjects.keys()].join(', ')}`
            : [...known[thing]].join(', '),
      suggestion: nearest(name, known[thing]),
    });
  };
  const condition = (asked: Condition | undefined, path: Path) =>
    asked?.anyOf.flat().forEach((test) => check('field', test.field, path));
  for (const [name, promise] of Object.entries(description.promises))
    checkPromise(promise, ['promises', name], check, condition);
  for (const [name, rule] of Object.entries(description.eligibility?.rules ?? {}))
    condition(rule.if, ['eligibility', 'rules', name, 'if']);
  for (const [name, rule] of Object.entries(description.cover ?? {})) condition(rule.if, ['cover', name, 'if']);
  for (const [name, channel] of Object.entries(description.channels))
    channel.makes?.forEach((fact, i) => check('fact', fact, ['channels', name, 'makes', i]));
  for (const side of ['provider', 'customer'] as const) {
    for (const [name, role] of Object.entries(description.roles[side]))
      role.may?.forEach((fact, i) => check('fact', fact, ['roles', side, name, 'may', i]));
  }
  return [...findings, ...checkActivities(description, vocabulary)];
}

/** Activities under names that the language has already are refused; they must not take its facts away. */
function ownActivities({ activities }: Description): NonNullable<Description['activities']> {
  return Object.fromEntries(Object.entries(activities ?? {}).filter(([name]) => !Object.hasOwn(SUBJECTS, name)));
}

function checkPromise(
  promise: PromiseClause,
  path: Path,
  check: (thing: 'fact' | 'state', name: string, path: Path) => void,
  condition: (asked: Condition | undefined, path: Path) => void,
): void {
  condition(promise.if, [...path, 'if']);
  const facts = (names: readonly string[] | undefined, key: string) =>
    names?.forEach((name) => check('fact', name, [...path, key]));
  if ('pauses' in promise) condition(promise.pauses, [...path, 'pauses']);
  if ('until' in promise) facts(promise.until?.all.flat(), 'until');
  if ('when' in promise) facts(promise.when, 'when');
  if ('while' in promise && promise.while !== undefined) check('state', promise.while, [...path, 'while']);
  if (promise.form === 'cadence') facts(promise['excused-by'], 'excused-by');
  if (promise.form === 'before') facts([promise.before], 'before');
  if (promise.form === 'limit') facts([...promise.limit, ...(promise.unless?.all.flat() ?? [])], 'limit');
  if (promise.form === 'gate') facts(promise.gate, 'gate');
}

function checkActivities(description: Description, vocabulary: Vocabulary): Finding[] {
  return Object.entries(description.activities ?? {}).flatMap(([name, activity]): Finding[] => {
    if (Object.hasOwn(SUBJECTS, name)) {
      return [
        {
          code: 'name.taken',
          path: ['activities', name],
          at: 'key',
          sentence: `"${name}" is a subject that the language already has`,
          expected: 'another name',
        },
      ];
    }
    if (vocabulary.subjects.get(name)?.facts.length === 0) {
      return [
        {
          code: 'grammar.missing-key',
          path: ['activities', name],
          at: 'key',
          sentence: `nothing can be recorded of "${name}"`,
          expected: '`facts`, which an activity of kind "record" names itself',
        },
      ];
    }
    return activity.facts?.some(
      (fact) => vocabulary.subjects.get(name)?.facts.filter((other) => other === fact).length !== 1,
    )
      ? [
          {
            code: 'name.taken',
            path: ['activities', name, 'facts'],
            at: 'key',
            sentence: `"${name}" already has a fact of that name from its kind`,
            expected: 'facts of its own only',
          },
        ]
      : [];
  });
}
