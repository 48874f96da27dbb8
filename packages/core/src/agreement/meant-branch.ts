/** Which of several ways to write a value was meant, when none of them fits. */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Branches = readonly (readonly Issue[])[];

/** The issues of the branch with the lightest complaints; none where not even the kind of value fits. */
export function meantBranch(branches: Branches): readonly Issue[] {
  const kinds = mergedKinds(branches);
  if (kinds) return [kinds];
  let meant: readonly Issue[] = [];
  let least = NO_FIT;
  for (const branch of branches) {
    const cost = costOf(branch);
    if (cost < least) {
      meant = branch;
      least = cost;
    }
  }
  return meant;
}

/** Every branch wants another word under the same key (`is`): what was meant is one of these words. */
function mergedKinds(branches: Branches): Issue | undefined {
  const kinds = branches.map((branch) =>
    branch.find(({ code, path }) => code === 'invalid_value' && path.length === 1),
  );
  const [first] = kinds;
  if (first?.code !== 'invalid_value' || kinds.some((kind) => kind?.path[0] !== first.path[0])) return undefined;
  return { ...first, values: kinds.flatMap((kind) => (kind?.code === 'invalid_value' ? kind.values : [])) };
}

const NO_FIT = 1000;

function costOf(branch: readonly Issue[]): number {
  return branch.reduce((sum, issue) => sum + costOfIssue(issue), 0);
}

function costOfIssue(issue: Issue): number {
  const inside = issue.path.length > 0;
  switch (issue.code) {
    case 'invalid_union':
      // Further in, the kind of value around it did fit.
      return Math.min(inside ? 10 : NO_FIT, ...issue.errors.map(costOf));
    case 'invalid_type':
      return inside ? 1 : NO_FIT;
    case 'invalid_value':
      return issue.path.length === 1 ? 100 : 1;
    case 'unrecognized_keys':
      return 2 * issue.keys.length;
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'too_big':
    case 'too_small':
      return 1;
  }
}
