/** The facts behind an obligation, with who recorded them and the files that came along. */
import sql from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';

type Explained = Gives<'GET /accounts/:accountId/obligations/:obligationId'>;

/** What happened to the subject, or about it, since the obligation was opened; of a promise of the whole contract its evidence. */
export function evidenceRows(
  tx: Tx,
  { accountId, id, subjectId, openedAt }: Explained['obligation'],
): Promise<Explained['evidence']> {
  return tx.rows<Explained['evidence'][number]>(sql`
    select j.id, j.fact, to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, j.recorded_at as "recordedAt", p.name as by, j.by_side as "bySide", j.note,
      coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size, 'mediaType', f.media_type) order by f.name)
        from journal_file jf join file f on f.account_id = jf.account_id and f.id = jf.file_id
        where jf.account_id = j.account_id and jf.journal_id = j.id), '[]') as files
    from journal j left join person p on p.id = j.by_person
    where j.account_id = ${accountId} and (j.subject_id = ${subjectId} or j.about_id = ${subjectId} or j.subject_id = ${id}
        or j.id = (select evidence_id from obligation where account_id = ${accountId} and id = ${id}))
      and (j.at >= ${openedAt} or j.subject_id = ${id})
    order by j.at, j.position limit 100`);
}

/** The places in a list of ids that name no file which the transaction's own actor may see in the account. */
export async function filesNotSeen(tx: Tx, accountId: string, ids: readonly string[]): Promise<readonly number[]> {
  if (ids.length === 0) return [];
  const rows = await tx.rows<{ place: number }>(sql`
    select n - 1 as place from unnest(${ids}::uuid[]) with ordinality as wanted (id, n)
    where not exists (select from file f where f.account_id = ${accountId} and f.id = wanted.id) order by n`);
  return rows.map(({ place }) => place);
}
