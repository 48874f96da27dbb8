/** What a breach does by itself (`else`): close with a reason, take the next step of a ladder. Pure. */
import type { NewFact } from '../journal/index.ts';
import type { AgreedTerms } from './agreed-terms.ts';
import type { Change } from './changes.ts';

/**
 * The facts that follow from breaches. `notify`, `approval` and `route` tell people and record nothing; see notify-store.ts.
 * What was closed or escalated because of a late fact is not done twice: a consequence belongs to the moment of the breach.
 */
export function consequencesOf(
  accountId: string,
  changes: readonly Change[],
  all: readonly AgreedTerms[],
): readonly NewFact[] {
  return changes
    .filter(({ row, before }) => row.state === 'breached' && before?.state !== 'breached' && before?.state !== 'waived')
    .flatMap(({ row }): NewFact[] => {
      const terms = all.find(({ termsId }) => termsId === row.termsId)?.terms;
      const clause = terms?.promises.get(row.promise)?.clause;
      if (!clause?.else) return [];
      const { close, escalate } = clause.else;
      const kind =
        'when' in clause && clause.when[0] !== undefined
          ? clause.when[0].slice(0, clause.when[0].indexOf('.'))
          : undefined;
      const closing = kind === undefined ? undefined : `${kind}.closed`;
      const base = { accountId, contractId: row.contractId };
      return [
        ...(close !== undefined && closing !== undefined && terms?.vocabulary.facts.has(closing)
          ? [{ ...base, fact: closing, subjectId: row.subjectId, data: { because: close } }]
          : []),
        ...(escalate === undefined
          ? []
          : [
              {
                ...base,
                fact: 'escalation.raised',
                subjectId: row.id,
                aboutId: row.subjectId,
                data: { ladder: escalate, step: 1 },
              },
            ]),
      ];
    });
}
