import { refuse } from '../refusals.ts';
import type { RefusalCode, Result } from '../refusals.ts';

/** Where a value stands in what was read: keys and indexes from the outside in. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with a calendar. */
export type CalendarProblem = { readonly path: Path; readonly code: RefusalCode; readonly sentence: string };

/** Takes down a problem; reading goes on, so that one run finds them all. */
export type Report = (path: Path, code: RefusalCode, sentence: string) => void;

/**
 * One refusal for all problems, each with its place. Its code is the problems' own where they share
 * one, else `calendar.invalid`.
 */
export function refuseProblems(problems: readonly CalendarProblem[]): Result<never> {
  const codes = new Set(problems.map((problem) => problem.code));
  const [first, ...others] = codes;
  const code = first === undefined || others.length > 0 ? 'calendar.invalid' : first;
  return refuse(code, problems.map(withPlace).join(' '));
}

function withPlace(problem: CalendarProblem): string {
  return problem.path.length === 0 ? problem.sentence : `${problem.path.join('.')}: ${problem.sentence}`;
}
