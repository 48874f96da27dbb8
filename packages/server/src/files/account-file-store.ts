/** Writes of files: rows, and the locks that keep bytes and rows together. */
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import type { StoredFile } from '../platform/files/file-store.ts';
import type { Tx } from '../platform/database/tx.ts';

/** One upload of an account is counted at a time, or many at once would pass the limit together. */
export async function lockFilesOf(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`files of ${accountId}`}, 0))`);
}

/** Until the commit nobody gives this content a row, or erases it for having none, but this transaction. */
export async function lockContent(tx: Tx, hash: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`content ${hash}`}, 0))`);
}

type NewFile = StoredFile & {
  readonly accountId: string;
  readonly name: string;
  readonly personId: string;
  readonly side: 'provider' | 'customer';
};

export async function insertFile(tx: Tx, file: NewFile, now: Temporal.Instant): Promise<string> {
  const id = uuid();
  await tx.run(sql`insert into file (account_id, id, hash, name, media_type, size, uploaded_by, uploaded_at, side)
    values (${file.accountId}, ${id}, ${file.hash}, ${file.name}, ${file.mediaType}, ${file.size}, ${file.personId},
      ${now.toString()}, ${file.side})`);
  return id;
}

/** The hash of the file whose row was deleted; undefined where some fact refers to it. */
export async function deleteUnreferred(tx: Tx, accountId: string, fileId: string): Promise<string | undefined> {
  // The lock keeps a fact from referring to it in between: that takes a lock of the row, too.
  await tx.run(sql`select from file where account_id = ${accountId} and id = ${fileId} for update`);
  const row = await tx.first<{ hash: string }>(sql`delete from file where account_id = ${accountId} and id = ${fileId}
    and not exists (select from journal_file jf where jf.account_id = ${accountId} and jf.file_id = ${fileId}) returning hash`);
  return row?.hash;
}

/** Has the bytes erased once nobody has a row for them. */
export async function enqueueForgetting(tx: Tx, hashes: readonly string[]): Promise<void> {
  await tx.run(sql`select enqueue_job('forget-content', ${JSON.stringify({ hashes })}::jsonb)`);
}
