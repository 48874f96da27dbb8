/** Reads of the journal: an account's timeline, and the audit over all accounts. */
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import { cursorOf, readCursor } from '../platform/database/cursor.ts';
import type { Tx } from '../platform/database/tx.ts';

export type Entry = Omit<Gives<'GET /journal'>['rows'][number], 'says'>;

export type EntryFilter = {
  readonly accountId?: string | undefined;
  readonly fact?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly contractId?: string | undefined;
  readonly by?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
};

/**
 * The latest first: of one account in the order of recording; of all accounts by the transaction in which it was recorded, which
 * has an index. `fact` may name a subject only: "incident." finds all facts of incidents.
 */
export async function entryPage(tx: Tx, filter: EntryFilter): Promise<{ rows: Entry[]; next?: string }> {
  const { accountId, fact, subjectId, contractId, by, from, to, limit, after } = filter;
  const [transaction, position] = readCursor(after, ['number', 'number']) ?? [];
  const order = accountId === undefined ? raw('j.transaction desc, j.position desc') : raw('j.position desc');
  const beyond =
    accountId === undefined
      ? sql`(j.transaction, j.position) < (${transaction}::xid8, ${position}::bigint)`
      : sql`j.position < ${position}`;
  const where = all([
    accountId !== undefined && sql`j.account_id = ${accountId}`,
    fact !== undefined && sql`starts_with(j.fact, ${fact})`,
    subjectId !== undefined && sql`(j.subject_id = ${subjectId} or j.about_id = ${subjectId})`,
    contractId !== undefined && sql`j.contract_id = ${contractId}`,
    by !== undefined && sql`j.by_person = ${by}`,
    from !== undefined && sql`j.at >= ${from}`,
    to !== undefined && sql`j.at < ${to}`,
    position !== undefined && beyond,
  ]);
  const rows = await tx.rows<Entry & { transaction: string }>(sql`
    select j.transaction::text as transaction, j.account_id as "accountId", a.name as account, j.id, j.position, j.fact, j.subject_id as "subjectId",
      coalesce(t.title, whom.name, case j.subject_id when j.contract_id then c.name when j.account_id then a.name end,
        initcap(replace(split_part(j.fact, '.', 1), '-', ' '))) as subject, j.about_id as "aboutId", j.contract_id as "contractId",
      c.name as contract, to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, j.recorded_at as "recordedAt", p.name as by, j.by_side as "bySide", j.via, j.audience, j.data, ${namesIn('j')} as names, j.title, j.note,
      coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size, 'mediaType', f.media_type) order by f.name)
        from journal_file jf join file f on f.account_id = jf.account_id and f.id = jf.file_id
        where jf.account_id = j.account_id and jf.journal_id = j.id), '[]') as files,
      exists (select from sealed s where s.account_id = j.account_id and s.journal_id = j.id) as sealed
    from (select * from journal j where ${where} order by ${order} limit ${limit + 1}) j
      join account a on a.account_id = j.account_id
      left join contract c on c.account_id = j.account_id and c.id = j.contract_id
      left join person p on p.id = j.by_person
      left join person whom on whom.id = j.subject_id
      left join lateral (
        select coalesce(o.title, first.title) as title from (select 1) one
          left join obligation o on o.account_id = j.account_id and o.id = j.subject_id
          left join lateral (select title from journal f where f.account_id = j.account_id and f.subject_id = j.subject_id order by f.at, f.position limit 1) first on true
      ) t on true
    order by ${order}`);
  const shown = rows.slice(0, limit).map(({ transaction: _transaction, ...row }) => row);
  const last = rows.length > limit ? rows.at(limit - 1) : undefined;
  return { rows: shown, ...(last && { next: cursorOf([last.transaction, last.position]) }) };
}

/** What the people, products and tickets are called whose ids are among the particulars: as far as the transaction may see them. */
function namesIn(fact: 'j'): Sql {
  const { data, account } = { data: raw(`${fact}.data`), account: raw(`${fact}.account_id`) };
  return sql`coalesce((select json_object_agg(known.id, known.name)
    from (select i.id, coalesce((select name from person where id = i.id), (select name from product where id = i.id),
          (select '#' || reference || ' ' || subject from ticket where account_id = ${account} and id = i.id)) as name
        from (select case when value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then value::uuid end as id from jsonb_each_text(${data})) i
        where i.id is not null) known
    where known.name is not null), '{}')`;
}

/** All of these conditions that are asked for. */
function all(conditions: readonly (Sql | false)[]): Sql {
  return conditions.reduce<Sql>(
    (whole, condition) => (condition === false ? whole : sql`${whole} and ${condition}`),
    sql`true ${empty}`,
  );
}

type KnownSubject = {
  readonly id: string;
  readonly fact: string;
  readonly title: string | null;
  readonly at: string;
  readonly contractId: string | null;
};

/**
 * What something happened to in an account since an instant, what began last first, up to a hundred of each kind: what a
 * further fact may happen to.
 */
export function recentSubjects(tx: Tx, accountId: string, since: Temporal.Instant): Promise<KnownSubject[]> {
  return tx.rows<KnownSubject>(sql`
    select id, fact, title, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, contract_id as "contractId"
    from (select f.*, row_number() over (partition by split_part(fact, '.', 1), contract_id order by at desc, position desc) as n
      from (select distinct on (subject_id) subject_id as id, fact, title, at, contract_id, position from journal
        where account_id = ${accountId} and not starts_with(fact, 'obligation.') and at > ${since.toString()}
        order by subject_id, at, position) f) numbered
    where n <= 100 order by at desc`);
}

/** The first fact of a subject: it says what kind of thing it is, and under which contract. */
export async function firstFactOf(
  tx: Tx,
  accountId: string,
  subjectId: string,
): Promise<{ fact: string; contractId: string | null; aboutId: string | null } | undefined> {
  return tx.first(sql`select fact, contract_id as "contractId", about_id as "aboutId" from journal
    where account_id = ${accountId} and subject_id = ${subjectId} order by at, position limit 1`);
}
