/** Reads of published versions, which never change. */
import sql from 'sql-template-tag';
import type { FrozenHolidays } from '@tamarack/core';
import type { Tx } from '../platform/database/tx.ts';

export type PublishedRow = {
  readonly id: string;
  readonly descriptionId: string;
  readonly title: string;
  readonly version: string;
  readonly source: string;
  /** As they were when it was published; null where it takes none from a list. */
  readonly holidays: FrozenHolidays | null;
};

export function publishedRows(tx: Tx, versionIds: readonly string[]): Promise<PublishedRow[]> {
  return tx.rows<PublishedRow>(sql`select id, description_id as "descriptionId", title, version, source, holidays from description_version
    where id = any(${versionIds}::uuid[]) and state = 'published'`);
}
