/** Reads what an erasure would take and what would stay, for whoever has to decide. Each `tx` sees all accounts. */
import type { Gives } from '@tamarack/contract';
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import { isElsewhere, isOf, stillRuns } from './concerned-views.ts';

/** As the function erase_written finds them, of a fact `j`. */
const hasWords = sql`(j.title is not null or j.note is not null or j.note_salt is not null)`;

type AccountForeseen = Gives<'GET /accounts/:accountId/erasure'>;
type PersonForeseen = Gives<'GET /people/:personId/erasure'>;
type FilesThere = Pick<PersonForeseen['goes'], 'files' | 'bytes'>;

/** Of an account; undefined where there is none. */
export async function foreseeAccount(
  tx: Tx,
  accountId: string,
  now: Temporal.Instant,
): Promise<AccountForeseen | undefined> {
  const account = await tx.first<Omit<AccountForeseen, 'goes' | 'stays'>>(
    sql`select a.name, a.erased_at is not null as "isErased",
      array(select c.name from contract c where c.account_id = a.account_id and ${stillRuns(now)} order by c.starts_at, c.id) as running
      from account a where a.account_id = ${accountId}`,
  );
  if (!account) return undefined;
  const counts = await tx.first<Record<'going' | 'staying' | 'words' | 'facts' | 'obligations' | 'seals', number>>(
    sql`select
      (select count(*) from person p where ${isOf(accountId)} and not ${isElsewhere(accountId)}) as going,
      (select count(*) from person p where ${isOf(accountId)} and ${isElsewhere(accountId)}) as staying,
      (select count(*) from journal j where j.account_id = ${accountId} and ${hasWords}) as words,
      (select count(*) from journal j where j.account_id = ${accountId}) as facts,
      (select count(*) from obligation o where o.account_id = ${accountId}) as obligations,
      (select count(*) from seal s where s.account_id = ${accountId}) as seals`,
  );
  const files = await tx.first<FilesThere>(
    sql`select count(*) as files, coalesce(sum(size), 0)::bigint as bytes from file where account_id = ${accountId}`,
  );
  if (!counts || !files) throw new Error('An aggregate gave no row.');
  const { going, staying, words, ...rest } = counts;
  return { ...account, goes: { people: going, words, ...files }, stays: { people: staying, ...rest } };
}

/** Of a person, in every account; undefined where there is none. */
export async function foreseePerson(tx: Tx, personId: string): Promise<PersonForeseen | undefined> {
  const person = await tx.first<Omit<PersonForeseen, 'goes' | 'stays'>>(
    sql`select p.name, p.side, p.erased_at is not null as "isErased",
      array(select distinct a.name from account a join membership m on m.account_id = a.account_id where m.person_id = p.id order by 1) as accounts
      from person p where p.id = ${personId}`,
  );
  if (!person) return undefined;
  const counts = await tx.first<FilesThere & { words: number; facts: number }>(
    sql`select
      (select count(*) from journal j where (j.by_person = ${personId} or j.on_behalf_of = ${personId}) and ${hasWords}) as words,
      (select count(*) from journal j where j.by_person = ${personId} or j.on_behalf_of = ${personId}) as facts,
      (select count(*) from file where uploaded_by = ${personId}) as files,
      (select coalesce(sum(size), 0)::bigint from file where uploaded_by = ${personId}) as bytes`,
  );
  if (!counts) throw new Error('An aggregate gave no row.');
  const { facts, ...goes } = counts;
  return { ...person, goes, stays: { facts } };
}
