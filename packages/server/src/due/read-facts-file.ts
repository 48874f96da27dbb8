import type { Fact, Terms } from '@tamarack/core';
import { readInput } from '../platform/read-input.ts';
import { answered, refused, type Answer } from './answer.ts';
import { readFact } from './read-fact.ts';

const MAX_BYTES = 256 * 1024 * 1024;
/** A file of the wrong kind has a problem in every line; these are enough to see it. */
const MOST_PROBLEMS = 20;

/** The facts of a file of JSON Lines, or all that is wrong with it, line by line. */
export async function readFactsFile(path: string, terms: Terms): Promise<Answer<readonly Fact[]>> {
  const input = await readInput(path, { maxBytes: MAX_BYTES });
  const name = path === '-' ? 'standard input' : path;
  if (!input.ok)
    return refused(
      input.because === 'unreadable'
        ? input.sentence
        : `${name}${input.because === 'encoding' ? `:${input.line}:${input.column}` : ''}: ${input.sentence}`,
    );
  const facts: Fact[] = [];
  const problems: string[] = [];
  let before: { readonly at: number; readonly line: number } | undefined;
  for (const [i, line] of input.text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    const fact = readFact(line, terms);
    if (!fact.ok) problems.push(`${name}:${i + 1}: ${fact.sentence}`);
    else if (before && fact.value.at < before.at)
      problems.push(`${name}:${i + 1}: this happened before line ${before.line}. Sort the facts by "at".`);
    else {
      facts.push(fact.value);
      before = { at: fact.value.at, line: i + 1 };
    }
  }
  if (problems.length === 0) return answered(facts);
  const left = problems.length - MOST_PROBLEMS;
  return refused([...problems.slice(0, MOST_PROBLEMS), ...(left > 0 ? [`… and ${left} more`] : [])].join('\n'));
}
