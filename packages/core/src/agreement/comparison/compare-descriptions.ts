/** Two versions of a description: what changed, and what that means to the customer. */
import type { Description } from '../grammar/description.ts';
import { compareValues } from './compare-values.ts';
import type { Difference } from './difference.ts';
import { keysOf } from './same-value.ts';

/** All differences, in the order of the file: the promises first, because they are what was sold. */
export function compareDescriptions(before: Description, after: Description): Difference[] {
  const [old, young] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const sections = keysOf(before, after);
  const ordered = [...sections.filter((key) => key === 'promises'), ...sections.filter((key) => key !== 'promises')];
  return ordered.flatMap((key) =>
    compareValues({ path: [key], before: old.get(key), after: young.get(key), old: before, new: after }),
  );
}
