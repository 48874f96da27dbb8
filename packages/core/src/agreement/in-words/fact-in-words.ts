/** A fact or a state as a clause: "an incident is received", "the cadence call was held". */
import { SUBJECTS, type SubjectName } from '../../facts/subjects.ts';
import { subjectNameOf } from '../../facts/vocabulary.ts';
import type { Description } from '../grammar/description.ts';
import { BEGINS, ENDS, SPECIAL_FACTS, SUBJECT_NOUNS, type FactWords, type Noun, type Verb } from './fact-words.ts';
import { inSentence, isPlural, spaced } from './wording.ts';

type Activities = Pick<Description, 'activities'>;

/** "is held", "was held", "has been held", "had been held", "can be held". */
export type Tense = 'present' | 'past' | 'perfect' | 'pluperfect' | 'can';

/** The clause of a fact. `known` says "the incident", for one that was spoken of before. */
export function factInWords(fact: string, description: Activities, tense: Tense = 'present', known = true): string {
  const { noun, verb } = factPhrase(fact, description, tense, known);
  return `${noun} ${verb}`;
}

/** Noun and verb of a fact, for sentences that join several. */
export function factPhrase(
  fact: string,
  description: Activities,
  tense: Tense,
  known: boolean,
): { noun: string; verb: string } {
  const { noun, verb } = wordsOf(fact, description);
  return { noun: known ? noun.the : noun.a, verb: conjugated(verb, tense, noun.plural ?? false) };
}

/** The clause of a lasting state: "an incident is open", "the licence was valid". */
export function stateInWords(
  state: string,
  description: Activities,
  known = true,
  tense: 'present' | 'past' = 'present',
): string {
  const noun = nounOf(subjectNameOf(state), description);
  const name = state.slice(state.indexOf('.') + 1);
  const be = { present: noun.plural ? 'are' : 'is', past: noun.plural ? 'were' : 'was' }[tense];
  return `${known ? noun.the : noun.a} ${be} ${name === 'in-force' ? 'in force' : spaced(name)}`;
}

/** What a subject is called: "an incident", or a declared activity by its name. */
export function nounOf(subject: string, { activities }: Activities): Noun {
  if (isBuiltIn(subject)) return SUBJECT_NOUNS[subject];
  const name = inSentence(activities?.[subject]?.name ?? spaced(subject)).replace(/^(the|an?) /i, '');
  const plural = isPlural(name);
  return { a: `the ${name}`, the: `the ${name}`, plural };
}

function wordsOf(fact: string, description: Activities): FactWords {
  const subject = subjectNameOf(fact);
  const noun = nounOf(subject, description);
  const name = fact.slice(subject.length + 1);
  const special = isBuiltIn(subject) ? SPECIAL_FACTS[subject]?.[name] : undefined;
  if (special) {
    const of = special.of === undefined ? noun : { a: `${special.of} ${noun.a}`, the: `${special.of} ${noun.the}` };
    return { noun: special.noun ?? of, verb: special.verb ?? { passive: spaced(name) } };
  }
  if (name === 'begins') return { noun, verb: BEGINS };
  if (name === 'ends') return { noun, verb: ENDS };
  return ownFact(noun, name.split('-'));
}

const PARTICIPLE =
  /(ed|en|wn|ne|ld|ung|ade|ent|ept|ought|aught|met|set|put|shut|read|found|lost|left|paid|built|run|won|begun)$/;

/** A fact that a description names itself: "increase-requested" → "the increase of the quota is requested". */
function ownFact(noun: Noun, words: readonly string[]): FactWords {
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1).join(' ');
  if (!PARTICIPLE.test(last)) return { noun, verb: { passive: `recorded as “${words.join(' ')}”` } };
  if (before === '' || before === 'not') return { noun, verb: { passive: words.join(' ') } };
  return { noun: { a: `the ${before} of ${noun.a}`, the: `the ${before} of ${noun.the}` }, verb: { passive: last } };
}

function conjugated(verb: Verb, tense: Tense, plural: boolean): string {
  const have = plural ? 'have' : 'has';
  if ('passive' in verb) {
    const be: Record<Tense, string> = {
      present: plural ? 'are' : 'is',
      past: plural ? 'were' : 'was',
      perfect: `${have} been`,
      pluperfect: 'had been',
      can: 'can be',
    };
    return `${be[tense]} ${verb.passive}`;
  }
  switch (tense) {
    case 'present':
      return plural ? verb.base : verb.present;
    case 'past':
      return verb.past;
    case 'perfect':
      return `${have} ${verb.perfect}`;
    case 'pluperfect':
      return `had ${verb.perfect}`;
    case 'can':
      return `can ${verb.base}`;
  }
}

function isBuiltIn(name: string): name is SubjectName {
  return Object.hasOwn(SUBJECTS, name);
}
