/** The facts that meet or open something, joined: "an incident or a service request is received". */
import { listInWords } from '../../calendar/describe-hours.ts';
import type { Description } from '../grammar/description.ts';
import type { Evidence } from '../grammar/promise.ts';
import { factPhrase, type Tense } from './fact-in-words.ts';
import { anyOf } from './wording.ts';

type Activities = Pick<Description, 'activities'>;

/** "the report is delivered and the incident is reviewed"; alternatives stand in between with "or". */
export function evidenceInWords(evidence: Evidence, description: Activities, tense: Tense = 'present'): string {
  const parts = evidence.all.map((any) => ({
    words: alternatives(any, description, tense, true),
    several: any.length > 1,
  }));
  if (parts.length === 1 || !parts.some(({ several }) => several)) return listInWords(parts.map(({ words }) => words));
  return parts.map(({ words, several }) => (several ? `either ${words}` : words)).join(', and ');
}

/** "an incident or a service request is received", of facts that nobody has spoken of yet. */
export function openersInWords(facts: readonly string[], description: Activities, tense: Tense = 'present'): string {
  return alternatives(facts, description, tense, false);
}

/** Alternatives of which the common part is said once: "the task is completed, declined or redirected". */
function alternatives(facts: readonly string[], description: Activities, tense: Tense, known: boolean): string {
  const phrases = facts.map((fact) => factPhrase(fact, description, tense, known));
  const nouns = [...new Set(phrases.map(({ noun }) => noun))];
  const verbs = [...new Set(phrases.map(({ verb }) => verb))];
  if (nouns.length === 1) return `${nouns[0]} ${anyOf(withoutRepeating(verbs))}`;
  if (verbs.length === 1) return `${anyOf(nouns)} ${verbs[0]}`;
  return anyOf(phrases.map(({ noun, verb }) => `${noun} ${verb}`));
}

function withoutRepeating(verbs: readonly string[]): readonly string[] {
  const auxiliary = AUXILIARIES.find((words) => verbs.every((verb) => verb.startsWith(words)));
  return auxiliary === undefined ? verbs : verbs.map((verb, i) => (i === 0 ? verb : verb.slice(auxiliary.length)));
}

const AUXILIARIES = ['is ', 'are ', 'was ', 'were ', 'has been ', 'have been ', 'had been ', 'can be ', 'can '];
