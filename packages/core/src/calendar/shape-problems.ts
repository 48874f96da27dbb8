import type { z } from 'zod';
import type { Path, Report } from './calendar-problem.ts';

type Issue = z.core.$ZodIssue;

/**
 * Reports what the schema found, in the words of a calendar. Where a value may be written in
 * several ways, the problems of the way that was tried count, not those of the others.
 */
export function reportIssues(issues: readonly Issue[], path: Path, report: Report): void {
  for (const issue of issues) reportIssue(issue, path, report);
}

function reportIssue(issue: Issue, path: Path, report: Report): void {
  const here = [...path, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) report([...here, key], 'calendar.unknown-key', `"${key}" is no part of a calendar.`);
    return;
  }
  if (isMissing(issue)) {
    report(here, 'calendar.invalid', `"${here.at(-1)}" is missing.`);
    return;
  }
  const tried = issue.code === 'invalid_union' ? wayThatWasTried(issue.errors) : undefined;
  if (tried) reportIssues(tried, here, report);
  else report(here, 'calendar.invalid', issue.message.endsWith('.') ? issue.message : `${issue.message}.`);
}

/** The one branch whose outermost kind fits: a mapping with a wrong key is still a mapping. */
function wayThatWasTried(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const fitting = branches.filter((issues) => !issues.some(isOtherKind));
  if (fitting.length < 2) return fitting[0];
  const withoutMissing = fitting.filter((issues) => !issues.some(isMissing));
  return withoutMissing.length === 1 ? withoutMissing[0] : undefined;
}

function isOtherKind(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

/** Issues must have been made with `reportInput`. */
function isMissing(issue: Issue): boolean {
  return issue.path.length > 0 && 'input' in issue && issue.input === undefined && issue.code !== 'unrecognized_keys';
}
