import type { Difference, Verdict } from '@tamarack/core';

/** What `--format json` gives. Keys are stable; `before` and `after` are null where there was or is nothing. */
export function comparisonResult(differences: readonly Difference[]) {
  const count = (verdict: Verdict) => differences.filter((difference) => difference.verdict === verdict).length;
  return {
    differences: differences.map(({ path, clause, verdict, sentence, before, after }) => ({
      path,
      clause,
      verdict,
      sentence,
      before,
      after,
    })),
    stronger: count('stronger'),
    weaker: count('weaker'),
    neutral: count('neutral'),
    cannotTell: count('cannot tell'),
  };
}
