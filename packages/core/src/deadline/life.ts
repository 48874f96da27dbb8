/**
 * The life of one subject as far as clocks ask: whether it is open, on whose side it is, its
 * severity and level, and every field that a condition may name. Folded from the facts about it.
 */
import type { ConditionValue } from '../agreement/words/condition.ts';
import { subjectNameOf, type Vocabulary } from '../facts/vocabulary.ts';
import { eventOf, type Fact, type FactData } from './fact.ts';

/** `before` it was ever opened, `open`, or `over` (resolved, closed, merged, declined …). */
export type Phase = 'before' | 'open' | 'over';

export type Life = {
  phase: Phase;
  /** 1 for the first life; each reopening begins another. */
  cycle: number;
  severity: number | undefined;
  level: string;
  side: 'provider' | 'customer';
  readonly fields: Map<string, ConditionValue>;
};

type Effect = 'opens' | 'reopens' | 'ends';

/** What each fact of a subject does to its phase. */
export type Effects = ReadonlyMap<string, Effect>;

/** The effects of a kind of subject's facts; none for a kind without an open phase. */
export function effectsOf(vocabulary: Vocabulary, kind: string): Effects {
  const subject = vocabulary.subjects.get(kind);
  const effects = new Map<string, Effect>();
  for (const event of subject?.opens ?? []) effects.set(`${kind}.${event}`, 'opens');
  for (const event of subject?.reopens ?? []) effects.set(`${kind}.${event}`, 'reopens');
  for (const event of subject?.ends ?? []) effects.set(`${kind}.${event}`, 'ends');
  return effects;
}

/** A life that has not begun, at the contract's level. */
export function unborn(level: string, account: FactData): Life {
  return { phase: 'before', cycle: 1, severity: undefined, level, side: 'provider', fields: new Map(Object.entries(account)) };
}

/** Takes one fact about the subject itself into its life. */
export function live(life: Life, fact: Fact, effects: Effects): void {
  const effect = effects.get(fact.fact);
  if (effect === 'opens' && life.phase === 'before') life.phase = 'open';
  else if (effect === 'reopens' && life.phase === 'over') {
    life.phase = 'open';
    life.cycle += 1;
    life.side = 'provider';
  } else if (effect === 'ends') life.phase = 'over';
  const event = eventOf(fact.fact);
  if (event === 'handed-to-customer') life.side = 'customer';
  else if (event === 'handed-to-provider') life.side = 'provider';
  if (fact.data) learn(life, fact.fact, fact.data);
}

function learn(life: Life, fact: string, data: FactData): void {
  const severity = data['severity'];
  if (severity !== undefined) life.severity = Number(severity);
  const level = data['level'];
  if (level !== undefined) life.level = String(level);
  const kind = subjectNameOf(fact);
  for (const key of Object.keys(data)) {
    const value = data[key];
    if (value !== undefined) {
      life.fields.set(key, value);
      life.fields.set(`${kind}.${key}`, value);
    }
  }
}

/** What a condition asks of a life. */
export function fieldOf(life: Life): (field: string) => ConditionValue | undefined {
  return (field) => {
    if (field === 'severity') return life.severity;
    if (field === 'level') return life.level;
    return field === 'side' ? life.side : life.fields.get(field);
  };
}
