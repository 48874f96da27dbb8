/** A list or a number of the wrong size, in words; the schema library's own are for programmers. */
import type { z } from 'zod';
import { kindOf } from './words/word.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong and what was expected; undefined for other issues, and where the grammar has words of its own. */
export function sizeWords(issue: Issue, value: unknown): { sentence: string; expected: string } | undefined {
  const isSmall = issue.code === 'too_small';
  if ((!isSmall && issue.code !== 'too_big') || !/^Too (small|big)/.test(issue.message)) return undefined;
  const limit = Number(isSmall ? issue.minimum : issue.maximum);
  const bound = `at ${isSmall ? 'least' : 'most'} ${limit}`;
  if (Array.isArray(value)) {
    const sentence = value.length === 0 ? 'the list is empty' : `the list has ${entries(value.length)}`;
    return { sentence, expected: `${isSmall ? 'at least' : 'at most'} ${entries(limit)}` };
  }
  return { sentence: `${kindOf(value)} is too ${isSmall ? 'small' : 'large'}`, expected: bound };
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}
