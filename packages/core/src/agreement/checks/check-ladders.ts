/** Time on the steps of a ladder is told to people; only a promise counts it. */
import type { Finding } from '../diagnostics.ts';
import type { Description } from '../grammar/description.ts';

/** Steps that say `within` in a description where no response counts from an escalation to whoever takes it. */
export function checkLadders({ escalations = {}, promises }: Description): Finding[] {
  const isCounted = Object.values(promises).some(
    (clause) =>
      clause.form === 'response' &&
      clause.when.includes('escalation.raised') &&
      clause.until.all.some((any) => any.includes('escalation.taken')),
  );
  if (isCounted) return [];
  return Object.entries(escalations).flatMap(([name, { steps }]) =>
    steps.flatMap(({ within }, n): Finding[] =>
      within === undefined
        ? []
        : [
            {
              code: 'ladder.not-counted',
              path: ['escalations', name, 'steps', String(n), 'within'],
              sentence: 'people are told this time, and no promise counts it',
              expected: 'a response from escalation.raised to escalation.taken as well',
            },
          ],
    ),
  );
}
