/** The facts that people can record by hand: those of activities and requests that no page of its own looks after. */
import { factInWords, SUBJECTS } from '@tamarack/core';
import type { Gives } from '@tamarack/contract';
import { recentSubjects } from '../journal/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { loadContractTerms } from '../terms/index.ts';
import type { AgreedTerms } from './agreed-terms.ts';
import { isOfTheProgram } from './of-the-program.ts';
import { kindOf } from './promises-of.ts';

type Recordable = Gives<'GET /accounts/:accountId/recordable-facts'>['rows'][number];

/** What nothing happened to for longer is not offered. */
const DAYS = 366;

/** Under each contract's latest terms; facts that keep a promise come first. */
export async function recordableFacts(tx: Tx, accountId: string, now: Temporal.Instant): Promise<Recordable[]> {
  const all = await loadContractTerms(tx, accountId);
  const latest = [...new Map(all.map((agreed) => [agreed.contractId, agreed])).values()];
  const known = await recentSubjects(tx, accountId, now.subtract({ hours: 24 * DAYS }));
  const rows = latest.flatMap((agreed) =>
    factsUnder(agreed).map((row) => ({
      ...row,
      subjects: known
        .filter(
          ({ fact, contractId }) =>
            kindOf(fact) === row.kind && (contractId === null || contractId === agreed.contractId),
        )
        .map(({ id, title, fact, at }) => ({ id, says: title ?? kindOf(fact).replaceAll('-', ' '), at })),
    })),
  );
  return rows.toSorted(
    (a, b) => Number(b.meets.length > 0) - Number(a.meets.length > 0) || a.fact.localeCompare(b.fact),
  );
}

function factsUnder({ contractId, contractName, terms }: AgreedTerms): Omit<Recordable, 'subjects'>[] {
  const promises = [...terms.promises.values()].filter((term) => term.appliesTo(terms.level));
  const spoken = new Set(
    promises.flatMap(({ clause }) => [
      ...('when' in clause ? clause.when : []),
      ...('until' in clause && clause.until ? clause.until.all.flat() : []),
      ...('excused-by' in clause && clause['excused-by'] ? clause['excused-by'] : []),
      ...('limit' in clause ? clause.limit : []),
      ...('gate' in clause ? clause.gate : []),
    ]),
  );
  return [...terms.vocabulary.facts]
    .filter((fact) => !isOfTheProgram(fact) && (spoken.has(fact) || !Object.hasOwn(SUBJECTS, kindOf(fact))))
    .map((fact) => {
      const kind = kindOf(fact);
      const opens = terms.vocabulary.subjects.get(kind)?.opens ?? [];
      return {
        contractId,
        contract: contractName,
        fact,
        says: factInWords(fact, terms.description, 'past'),
        kind,
        opens: opens.length === 0 || opens.includes(fact.slice(kind.length + 1)),
        meets: promises
          .filter(({ clause }) => 'until' in clause && clause.until?.all.flat().includes(fact))
          .map(({ clause }) => clause.title),
      };
    });
}
