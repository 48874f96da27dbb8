/** A draft: made, written and thrown away. */
import type { Body } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import {
  deleteVersion,
  insertDraft,
  lockDescription,
  lockVersion,
  updateSource,
  versionInWork,
} from './description-store.ts';
import { versionById, type StoredVersion } from './description-views.ts';
import { documentControlOf } from './document-control.ts';
import { versionDetail, type VersionDetail } from './version-detail.ts';

/** Refuses a text without document control, and a second version beside one that is being worked on. */
export async function draftDescription(
  tx: Tx,
  { source, changeNote }: Body<'POST /descriptions'>,
  by: string | undefined,
  now: Temporal.Instant,
): Promise<ApiResult<VersionDetail>> {
  const control = await documentControlOf(source);
  if (!control.ok) return control;
  const { reference } = control.value;
  const descriptionId = await lockDescription(tx, reference, now);
  const inWork = await versionInWork(tx, descriptionId);
  if (inWork)
    return refuseApi(
      'state.not-possible',
      `Version ${inWork.documentVersion} of ${reference} is being worked on (${inWork.state}); finish it or throw it away first.`,
    );
  const versionId = await insertDraft(tx, { descriptionId, control: control.value, source, changeNote, by }, now);
  return versionDetail(tx, descriptionId, versionId, by);
}

export type VersionIds = { readonly descriptionId: string; readonly versionId: string };

/** The version, locked; refuses where it is not of this edition or not in this state. */
export async function versionInState(
  tx: Tx,
  { descriptionId, versionId }: VersionIds,
  ifMatch: number,
  state: StoredVersion['state'],
): Promise<ApiResult<StoredVersion>> {
  await lockVersion(tx, versionId);
  const stored = await versionById(tx, descriptionId, versionId);
  if (!stored) return refuseApi('record.not-found');
  if (stored.state !== state)
    return refuseApi('state.not-possible', `This version is ${IN_WORDS[stored.state]}, and not ${IN_WORDS[state]}.`);
  return stored.version === ifMatch ? { ok: true, value: stored } : refuseApi('edit.conflict');
}

const IN_WORDS: Readonly<Record<StoredVersion['state'], string>> = {
  draft: 'a draft',
  'in-review': 'submitted for approval',
  published: 'published, which is never changed',
  rejected: 'rejected, which is never changed',
};

export async function writeDraft(
  tx: Tx,
  ids: VersionIds,
  { source, changeNote }: Body<'PUT /descriptions/:descriptionId/versions/:versionId/source'>,
  ifMatch: number,
  by: string | undefined,
): Promise<ApiResult<VersionDetail>> {
  const stored = await versionInState(tx, ids, ifMatch, 'draft');
  if (!stored.ok) return stored;
  const control = await documentControlOf(source);
  if (!control.ok) return control;
  const { reference } = stored.value;
  if (control.value.reference !== reference)
    return refuseApi(
      'value.not-allowed',
      `This is a version of ${reference}, and the text is filed under ${control.value.reference}: draft that as a description of its own.`,
    );
  await updateSource(tx, ids.versionId, control.value, source, changeNote ?? stored.value.changeNote);
  return versionDetail(tx, ids.descriptionId, ids.versionId, by);
}

export async function discardDraft(tx: Tx, ids: VersionIds, ifMatch: number): Promise<ApiResult<undefined>> {
  const stored = await versionInState(tx, ids, ifMatch, 'draft');
  if (!stored.ok) return stored;
  await deleteVersion(tx, ids.versionId);
  return { ok: true, value: undefined };
}
