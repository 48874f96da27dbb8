/** Deletes a file to which no fact refers: evidence stays. */
import { asProgram } from '../platform/database/as-program.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Tx } from '../platform/database/tx.ts';
import { deleteUnreferred, enqueueForgetting } from './account-file-store.ts';
import { fileById } from './account-file-views.ts';

export async function deleteFile(tx: Tx, accountId: string, fileId: string): Promise<ApiResult<undefined>> {
  const file = await fileById(tx, accountId, fileId);
  if (!file) return refuseApi('record.not-found');
  // A customer does not see that an internal fact refers to the file, and it must stay all the same.
  const hash = await asProgram(tx, (program) => deleteUnreferred(program, accountId, fileId));
  if (hash === undefined) return refuseApi('state.not-possible', 'A fact refers to this file, so it is kept with it.');
  await enqueueForgetting(tx, [hash]);
  return { ok: true, value: undefined };
}
