/** Reads of an export for whoever counts again: what each contract agreed, and the facts by which its tickets are judged. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

export type AgreedToReplay = {
  readonly termsId: string;
  /** Of the contract, as people say it. */
  readonly contract: number;
  readonly number: number;
  /** The description's reference and version: the name of its file. */
  readonly description: string;
  readonly level: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly deviations: readonly unknown[];
  readonly calendars: Readonly<Record<string, unknown>>;
  readonly account: Readonly<Record<string, unknown>>;
  /** Of its own calendars, as they were when it was agreed. */
  readonly holidays: unknown;
};

/** All agreed terms of the account, in the order of its contracts. */
export function agreedToReplay(tx: Tx, accountId: string): Promise<AgreedToReplay[]> {
  return tx.rows<AgreedToReplay>(sql`select t.id as "termsId", c.reference as contract, t.number, concat(d.reference, ' ', v.version) as description,
      t.level, t.parameters, t.deviations, t.calendars, t.account_data as account, t.holidays
    from contract_terms t join contract c on c.account_id = t.account_id and c.id = t.contract_id
      join description_version v on v.id = t.version_id join description d on d.id = v.description_id
    where t.account_id = ${accountId} and t.state = 'agreed' order by c.starts_at, c.reference, t.number`);
}

export type TicketsWanted = {
  readonly contractId: string;
  /** Tickets that began from this second to the one before `until`. */
  readonly fromAt: number;
  readonly untilAt: number | undefined;
  /** The facts that begin a ticket of the kind. */
  readonly opens: readonly string[];
  /** All facts that the terms know. */
  readonly known: readonly string[];
  /** Those of them that are about the contract or the account as a whole. */
  readonly standing: readonly string[];
};

export type ReplayRow = {
  readonly incident: string;
  /** Epoch seconds, as clocks have them. */
  readonly at: number;
  readonly fact: string;
  /** What it happened to, where it is only about the ticket. */
  readonly other: string | null;
  readonly severity: string | null;
  readonly level: string | null;
};

const BATCH = 500;

/**
 * The facts of tickets that are served under some terms, those of one ticket together and in the order of the journal: its own,
 * those about it, and those of the whole contract since it began. The first one carries the level that the contract had.
 */
export async function* factsToReplay(
  tx: Tx,
  accountId: string,
  { contractId, fromAt, untilAt, opens, known, standing }: TicketsWanted,
): AsyncGenerator<readonly ReplayRow[]> {
  await tx.run(sql`declare replay_rows no scroll cursor for
    with begun as (
      select distinct on (subject_id) subject_id as id, at, position from journal
      where account_id = ${accountId} and fact = any (${opens}::text[]) and (contract_id is null or contract_id = ${contractId})
      order by subject_id, at, position
    ), ticket_of as (
      select b.id, b.at, b.position, (
          select s.data ->> 'level' from journal s where s.account_id = ${accountId} and s.about_id is null and s.data ? 'level'
            and s.fact like 'contract.%' and s.fact = any (${standing}::text[]) and (s.contract_id is null or s.contract_id = ${contractId})
            and (s.at, s.position) < (b.at, b.position) order by s.at desc, s.position desc limit 1
        ) as level
      from begun b where extract(epoch from b.at)::bigint >= ${fromAt}
        and (${untilAt ?? null}::bigint is null or extract(epoch from b.at)::bigint < ${untilAt ?? null}::bigint)
    )
    select t.id as incident, extract(epoch from j.at)::bigint as at, j.fact, nullif(j.subject_id, t.id) as other,
      case when j.subject_id = t.id then j.data ->> 'severity' end as severity,
      case when j.subject_id = t.id then coalesce(j.data ->> 'level', case when j.position = t.position then t.level end) end as level
    from ticket_of t join lateral (
      select * from journal where account_id = ${accountId} and subject_id = t.id
      union all select * from journal where account_id = ${accountId} and about_id = t.id and subject_id <> t.id
      union all select * from journal where account_id = ${accountId} and about_id is null and subject_id <> t.id and fact = any (${standing}::text[])
    ) j on (j.contract_id is null or j.contract_id = ${contractId}) and j.fact = any (${known}::text[])
      and (j.at, j.position) >= (t.at, t.position)
    order by t.at, t.position, j.at, j.position`);
  for (;;) {
    const rows = await tx.rows<ReplayRow>(sql`fetch 500 from replay_rows`);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) break;
  }
  await tx.run(sql`close replay_rows`);
}
