import { type ReadyDescription, SUBJECTS, type Term, type Terms, termsOf } from '@tamarack/core';
import { answered, fromCore, refused, unknownName, type Answer } from './answer.ts';
import type { DueOptions } from './due-options.ts';
import { numbersWhereWritten, readPairs } from './read-pairs.ts';

/** What is asked about: one promise, on the terms of one contract. */
export type Chosen = { readonly terms: Terms; readonly term: Term };

/** Refuses unknown promises, levels and parameters, and a promise that does not belong to the level. */
export function chooseTerms(ready: ReadyDescription, options: DueOptions): Answer<Chosen> {
  const { promises, parameters = {} } = ready.description;
  if (!Object.hasOwn(promises, options.promise)) return unknownName('promise', options.promise, Object.keys(promises));
  const level = chooseLevel(ready, options.level);
  if (!level.ok) return level;
  const set = readPairs('set', options.set);
  if (!set.ok) return set;
  const unset = Object.keys(set.value).find((name) => !Object.hasOwn(parameters, name));
  if (unset !== undefined) return unknownName('parameter', unset, Object.keys(parameters));
  const account = readPairs('account', options.account);
  if (!account.ok) return account;
  const unknown = Object.keys(account.value).find((name) => !SUBJECTS.account.fields.some((field) => field === name));
  if (unknown !== undefined) return unknownName('field of an account', unknown, SUBJECTS.account.fields);
  const terms = fromCore(
    termsOf(ready, { level: level.value, parameters: set.value, account: numbersWhereWritten(account.value) }),
  );
  if (!terms.ok) return terms;
  const term = terms.value.promises.get(options.promise);
  if (!term) return unknownName('promise', options.promise, Object.keys(promises));
  if (!term.appliesTo(level.value))
    return refused(`"${options.promise}" does not belong to the level "${level.value}". ${levelsOf(ready, term)}`);
  return answered({ terms: terms.value, term });
}

/** The only level that is sold where none is given. */
function chooseLevel({ description }: ReadyDescription, given: string | undefined): Answer<string> {
  const levels = Object.keys(description.levels);
  if (given !== undefined) return levels.includes(given) ? answered(given) : unknownName('level', given, levels);
  const sold = levels.filter((name) => description.levels[name]?.sold !== false);
  const [only] = sold;
  if (only !== undefined && sold.length === 1) return answered(only);
  return refused(`The description has several levels: ${sold.join(', ')}. Name one with --level.`);
}

function levelsOf({ description }: ReadyDescription, term: Term): string {
  const levels = Object.keys(description.levels).filter((name) => term.appliesTo(name));
  return `It belongs to ${levels.join(', ')}.`;
}
