/** How far the export is that somebody asked for. */
import sql from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import type { ExportIds } from './progress-store.ts';

type Progress = Gives<'GET /accounts/:accountId/export/progress'>;

const NONE: Progress = { isUnderWay: false, isSending: false, rows: 0, bytes: 0 };

/** What has said nothing for ten seconds is under way no more. */
export async function exportProgress(tx: Tx, { accountId, personId }: ExportIds): Promise<Progress> {
  const row =
    await tx.first<Progress>(sql`select true as "isUnderWay", is_sending as "isSending", rows_gathered as rows, bytes_sent as bytes
    from export_progress where account_id = ${accountId} and person_id = ${personId} and not is_given_up
      and said_at > clock_timestamp() - interval '10 seconds'`);
  return row ?? NONE;
}
