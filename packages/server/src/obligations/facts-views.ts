/** The facts from which the ledger is reckoned, in one question. */
import sql, { join } from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import type { FactsWanted } from './facts-wanted.ts';
import type { JournalFact } from './clocks-of-unit.ts';

/** Facts of one account in the order of happening; those of one second in the order of recording. */
export async function loadFacts(tx: Tx, accountId: string, wanted: FactsWanted): Promise<readonly JournalFact[]> {
  return (await loadFactsOf(tx, new Map([[accountId, wanted]]))).get(accountId) ?? [];
}

type Row = Omit<JournalFact, 'about' | 'by'> & {
  readonly accountId: string;
  readonly about: string | null;
  readonly by: string | null;
};

/**
 * By account. `offset 0` keeps PostgreSQL from joining its own way: as long as it knows nothing of a table it would rather read
 * all of the account.
 */
export async function loadFactsOf(
  tx: Tx,
  accounts: ReadonlyMap<string, FactsWanted>,
): Promise<ReadonlyMap<string, readonly JournalFact[]>> {
  const subjects = each(accounts, (wanted) => wanted.subjects.map((subject) => ({ subject })));
  const names = each(accounts, (wanted) => wanted.names.map((name) => ({ name })));
  const recent = each(accounts, (wanted) => wanted.recent);
  const bySubject = sql`unnest(${subjects.map(({ accountId }) => accountId)}::uuid[], ${subjects.map(({ subject }) => subject)}::uuid[]) as s (account, id)`;
  // Each part of the union has the policies' own cost, so that one of which nothing is wanted is left out.
  const parts = {
    subjects: sql`select j.* from ${bySubject}, lateral (select * from journal where account_id = s.account and subject_id = s.id offset 0) j
      union all select j.* from ${bySubject}, lateral (select * from journal where account_id = s.account and about_id = s.id offset 0) j`,
    names: sql`select j.* from unnest(${names.map(({ accountId }) => accountId)}::uuid[], ${names.map(({ name }) => name)}::text[]) as n (account, name),
      lateral (select * from journal where account_id = n.account and fact = n.name offset 0) j`,
    windows: sql`select j.* from unnest(${recent.map(({ accountId }) => accountId)}::uuid[], ${recent.map(({ name }) => name)}::text[],
        ${recent.map(({ since }) => since)}::bigint[]) as w (account, name, since)
      join journal j on j.account_id = w.account and j.fact = w.name and j.at >= to_timestamp(w.since)`,
  };
  const lengths = { subjects: subjects.length, names: names.length, windows: recent.length };
  const wanted = (['subjects', 'names', 'windows'] as const).filter((part) => lengths[part] > 0);
  if (wanted.length === 0) return new Map();
  const rows = await tx.prepared<Row>(
    `ledger-facts-${wanted.join('-')}`,
    sql`select account_id as "accountId", id, contract_id as "contractId", extract(epoch from at)::bigint as at, fact, subject_id as subject,
        about_id as about, coalesce(on_behalf_of, by_person) as by, data, title, audience
      from (${join(
        wanted.map((part) => parts[part]),
        ' union all ',
      )}) f order by f.at, f.position`,
  );
  // A fact can be found by its subject, by what it is about, and by its name.
  const found = [...new Map(rows.map((row) => [row.id, row])).values()];
  const byAccount = Map.groupBy(found, ({ accountId }) => accountId);
  return new Map([...byAccount].map(([accountId, own]) => [accountId, own.map(factOf)]));
}

function factOf(row: Row): JournalFact {
  const { accountId: _account, about, by, ...rest } = row;
  return { ...rest, ...(about === null ? {} : { about }), ...(by === null ? {} : { by }) };
}

function each<T extends object>(
  accounts: ReadonlyMap<string, FactsWanted>,
  list: (wanted: FactsWanted) => readonly T[],
): readonly (T & { readonly accountId: string })[] {
  return [...accounts].flatMap(([accountId, wanted]) => list(wanted).map((one) => ({ ...one, accountId })));
}
