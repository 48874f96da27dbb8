/** What the facts of a kind of subject do to its life. */
import type { Vocabulary } from '../facts/vocabulary.ts';

/**
 * - `opens`: begins the open phase, once.
 * - `opens-anew`: the same, and again when the subject is over; of kinds that have no fact which reopens.
 * - `merges`: ends it for good in favour of another one.
 */
export type Effect = 'opens' | 'opens-anew' | 'reopens' | 'ends' | 'merges' | 'to-customer' | 'to-provider';

export type Effects = ReadonlyMap<string, Effect>;

/** Facts that mean the same whatever they happen to. */
const BY_EVENT: Readonly<Record<string, Effect>> = {
  merged: 'merges',
  'handed-to-customer': 'to-customer',
  'handed-to-provider': 'to-provider',
};

/** Filled on demand and never changed: a replay asks once for each incident. */
const known = new WeakMap<Vocabulary, Map<string, Effects>>();

/** The effects of a kind of subject's facts. */
export function effectsOf(vocabulary: Vocabulary, kind: string): Effects {
  const kinds = known.get(vocabulary) ?? new Map<string, Effects>();
  const remembered = kinds.get(kind);
  if (remembered) return remembered;
  const effects = readEffects(vocabulary, kind);
  known.set(vocabulary, kinds.set(kind, effects));
  return effects;
}

function readEffects(vocabulary: Vocabulary, kind: string): Effects {
  const subject = vocabulary.subjects.get(kind);
  const effects = new Map<string, Effect>();
  const reopens = subject?.reopens ?? [];
  for (const event of subject?.opens ?? [])
    effects.set(`${kind}.${event}`, reopens.length > 0 ? 'opens' : 'opens-anew');
  for (const event of reopens) effects.set(`${kind}.${event}`, 'reopens');
  for (const event of subject?.ends ?? []) effects.set(`${kind}.${event}`, 'ends');
  for (const event of subject?.facts ?? []) {
    const effect = Object.hasOwn(BY_EVENT, event) ? BY_EVENT[event] : undefined;
    if (effect) effects.set(`${kind}.${event}`, effect);
  }
  return effects;
}
