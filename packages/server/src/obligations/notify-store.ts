/** Tells people what the ledger found. */
import sql from 'sql-template-tag';
import type { RecordedFact } from '../journal/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import type { AgreedTerms } from './agreed-terms.ts';
import type { Change } from './changes.ts';
import { alsoTold } from './also-told.ts';
import { tell } from './tell-store.ts';

type Told = {
  contract: string;
  side: string;
  role: string;
  journal: string;
  obligation: string;
  kind: string;
  title: string;
};

/**
 * Whoever owes it is told of a warning and of a breach; of a breach also the roles that the promise names, and whoever stands on the
 * first step of the ladder that it takes.
 */
export function notify(
  tx: Tx,
  accountId: string,
  events: readonly RecordedFact[],
  changes: readonly Change[],
  all: readonly AgreedTerms[],
  now: Temporal.Instant,
): void {
  const rows = new Map(changes.map(({ row }) => [row.id, row]));
  const told = events.flatMap((event): Told[] => {
    const row = rows.get(event.subjectId);
    if (!row) return [];
    const terms = all.find(({ termsId }) => termsId === row.termsId)?.terms;
    const clause = terms?.promises.get(row.promise)?.clause;
    const ladder = terms?.description.escalations?.[clause?.else?.escalate ?? ''];
    const base = {
      contract: row.contractId,
      journal: event.id,
      obligation: row.id,
      kind: event.fact,
      title: row.title,
    };
    const more = event.fact === 'obligation.breached' ? alsoTold(clause?.else, ladder) : [];
    return [{ side: row.side, role: row.role }, ...more].map((who) => ({ ...base, ...who }));
  });
  if (told.length === 0) return;
  const json = JSON.stringify(told);
  const people = sql`with meant as materialized (
      select distinct contract, side, role from jsonb_to_recordset(${json}) as (contract uuid, side text, role text)
    ), people as materialized (
      select meant.*, person_id from meant, people_for_role(${accountId}, contract, side, role) as person_id
    )
    select p.person_id, t.kind, t.journal as journal_id, t.obligation as obligation_id, t.title
    from jsonb_to_recordset(${json}) as t (contract uuid, side text, role text, journal uuid, obligation uuid, kind text, title text)
      join people p using (contract, side, role)`;
  tell(tx, 'tell-of-ledger', accountId, people, now);
}
