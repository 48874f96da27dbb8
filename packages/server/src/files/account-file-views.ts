/** Reads of files; which of them a customer sees is the database's policy `file_audience`. */
import sql from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';

export type AccountFile = Gives<'GET /accounts/:accountId/files/:fileId/info'>;

/** A file; undefined where there is none that the transaction may see. */
export function fileById(tx: Tx, accountId: string, fileId: string): Promise<AccountFile | undefined> {
  return tx.first<AccountFile>(sql`select f.id, f.name, f.size, f.media_type as "mediaType", f.hash as sha256, f.side,
    p.name as "uploadedBy", f.uploaded_at as "uploadedAt",
    exists (select from journal_file jf where jf.account_id = f.account_id and jf.file_id = f.id) as "isReferredTo"
    from file f left join person p on p.id = f.uploaded_by where f.account_id = ${accountId} and f.id = ${fileId}`);
}

/** What an account holds already. */
export async function heldBy(tx: Tx, accountId: string): Promise<{ readonly files: number; readonly bytes: number }> {
  const row = await tx.first<{ files: number; bytes: number }>(
    sql`select count(*) as files, coalesce(sum(size), 0) as bytes from file where account_id = ${accountId}`,
  );
  return row ?? { files: 0, bytes: 0 };
}

/** Those of these contents to which no account has a row. Needs a transaction that sees all accounts. */
export async function unreferencedOf(tx: Tx, hashes: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.rows<{ hash: string }>(
    sql`select hash from unnest(${hashes}::text[]) as hash where not exists (select from file where file.hash = hash.hash)`,
  );
  return rows.map(({ hash }) => hash);
}
