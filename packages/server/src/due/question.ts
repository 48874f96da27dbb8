import type { Fact } from '@tamarack/core';
import { answered, refused, type Answer } from './answer.ts';
import { assumedFacts } from './assumed-facts.ts';
import type { Chosen } from './choose-terms.ts';
import type { DueOptions } from './due-options.ts';
import { readFactsFile } from './read-facts-file.ts';
import { readInstant } from './read-instant.ts';

/** What happened, and when it is asked. */
export type Question = { readonly facts: readonly Fact[]; readonly now: number };

/** From the options: the facts of a file, or the one fact that opens the promise. */
export async function readQuestion({ terms, term }: Chosen, options: DueOptions): Promise<Answer<Question>> {
  const at = readOption('at', options.at);
  if (!at.ok) return at;
  const now = readOption('now', options.now);
  if (!now.ok) return now;
  if (options.facts === undefined) {
    if (at.value === undefined) return refused('--at is missing: when does it open? With --facts, when is it asked?');
    if (options.subject !== undefined)
      return refused('--subject chooses among the subjects of --facts; there are none.');
    if (now.value !== undefined && now.value < at.value)
      return refused('--now lies before --at: nothing has been opened by then.');
    const facts = assumedFacts(terms, term, at.value, options.severity);
    return facts.ok ? answered({ facts: facts.value, now: now.value ?? at.value }) : facts;
  }
  if (options.severity !== undefined)
    return refused('--severity is for asking without --facts; facts say it in data: {"severity": 1}.');
  if (at.value !== undefined && now.value !== undefined)
    return refused('With --facts, --at and --now both say when it is asked. Give one of them.');
  const asked = now.value ?? at.value;
  if (asked === undefined) return refused('--now is missing: at which instant is it asked?');
  const facts = await readFactsFile(options.facts, terms);
  return facts.ok ? answered({ facts: facts.value, now: asked }) : facts;
}

function readOption(name: string, text: string | undefined): Answer<number | undefined> {
  if (text === undefined) return answered(undefined);
  const read = readInstant(text);
  return read.ok ? read : refused(`--${name}: ${read.sentence}`);
}
