/** Reads of published versions, which never change. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

export type PublishedRow = {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly source: string;
  readonly holidays: unknown;
};

export function publishedRows(tx: Tx, versionIds: readonly string[]): Promise<PublishedRow[]> {
  return tx.rows<PublishedRow>(sql`select id, title, version, source, holidays from description_version
    where id = any(${versionIds}::uuid[]) and state = 'published'`);
}
