/** Files that come along with a fact or a message: only those that whoever attaches them sees. */
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import { filesNotSeen } from './evidence-views.ts';

/** Refuses `value.not-allowed`, naming the places; undefined where all of them are seen. */
export async function refuseUnseenFiles(
  tx: Tx,
  accountId: string,
  fileIds: readonly string[],
): Promise<ReturnType<typeof refuseApi> | undefined> {
  const unseen = await filesNotSeen(tx, accountId, fileIds);
  return unseen.length === 0
    ? undefined
    : refuseApi(
        'value.not-allowed',
        'A file that is named is none of this account, or not yours to attach. Upload it first.',
        unseen.map((place) => ({ path: `fileIds.${place}`, says: 'names no file of this account that you see' })),
      );
}
