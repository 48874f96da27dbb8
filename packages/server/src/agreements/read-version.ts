/** What a version says, read for a comparison or a document: a long draft beside the server, as it is checked. */
import type { DocumentModel, ReadyDescription } from '@tamarack/core';
import { readDescriptionText } from '../holidays/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { versionById, type StoredVersion } from './description-views.ts';
import { documentAt } from './document-of-version.ts';
import { isLong, readBeside } from './read-beside.ts';
import { readyVersions } from './ready-versions.ts';
import { tooLongToRun } from './too-long-to-run.ts';

type Ids = { readonly descriptionId: string; readonly versionId: string };

/** The version of this description. Refuses `record.not-found`, and `state.not-possible` for a draft that is too long. */
export async function readableVersion(tx: Tx, { descriptionId, versionId }: Ids): Promise<ApiResult<StoredVersion>> {
  const stored = await versionById(tx, descriptionId, versionId);
  if (!stored) return refuseApi('record.not-found');
  return (stored.state === 'published' ? undefined : tooLongToRun(stored.source)) ?? { ok: true, value: stored };
}

/** Refuses `state.not-possible` where it has errors, and `server.busy` where reading a long one takes too long. */
export async function descriptionOf(
  tx: Tx,
  stored: StoredVersion,
): Promise<ApiResult<ReadyDescription['description']>> {
  const isBeside = stored.state !== 'published' && isLong(stored.source);
  const read = isBeside
    ? await readBeside({ wanted: 'description', source: stored.source })
    : ((await readHere(tx, stored))?.description ?? null);
  if (read === undefined) return tooSlow();
  return read ? { ok: true, value: read } : hasErrors(stored);
}

/** The document at a level. Refuses as `descriptionOf`, and `record.not-found` where the description has no such level. */
export async function documentOfVersion(
  tx: Tx,
  ids: Ids,
  level: string | undefined,
): Promise<ApiResult<DocumentModel>> {
  const stored = await readableVersion(tx, ids);
  if (!stored.ok) return stored;
  const { state, source } = stored.value;
  if (state !== 'published' && isLong(source)) {
    const document = await readBeside({ wanted: 'document', source, level });
    return document === undefined ? tooSlow() : (document ?? hasErrors(stored.value));
  }
  const ready = await readHere(tx, stored.value);
  return ready ? documentAt(ready, level) : hasErrors(stored.value);
}

async function readHere(tx: Tx, { id, state, source }: StoredVersion): Promise<ReadyDescription | undefined> {
  const published = state === 'published' ? await readyVersions(tx, [id]) : undefined;
  return published?.get(id)?.ready ?? (await readDescriptionText(source)).ready;
}

function tooSlow() {
  return refuseApi('server.busy', 'Reading this text took too long.');
}

function hasErrors({ documentVersion }: StoredVersion) {
  return refuseApi('state.not-possible', `Version ${documentVersion} has errors; mend them first.`);
}
