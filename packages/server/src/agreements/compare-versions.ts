/** What changed between two versions, in words. */
import { compareDescriptions, type Difference, type ReadyDescription } from '@tamarack/core';
import type { Gives } from '@tamarack/contract';
import { readDescriptionText } from '../holidays/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { versionBefore, versionById, type StoredVersion } from './description-views.ts';
import { readyVersions } from './ready-versions.ts';
import { tooLongToRun } from './too-long-to-run.ts';

type Compared = Gives<'GET /descriptions/:descriptionId/versions/:versionId/differences'>;

/** The version of this description, without errors. Refuses `record.not-found`, and `state.not-possible` where it has errors. */
export async function readyVersion(
  tx: Tx,
  descriptionId: string,
  versionId: string,
): Promise<ApiResult<{ readonly stored: StoredVersion; readonly ready: ReadyDescription }>> {
  const stored = await versionById(tx, descriptionId, versionId);
  if (!stored) return refuseApi('record.not-found');
  const tooLong = stored.state === 'published' ? undefined : tooLongToRun(stored.source);
  if (tooLong) return tooLong;
  const published = stored.state === 'published' ? await readyVersions(tx, [versionId]) : undefined;
  const ready = published?.get(versionId)?.ready ?? (await readDescriptionText(stored.source)).ready;
  return ready
    ? { ok: true, value: { stored, ready } }
    : refuseApi('state.not-possible', `Version ${stored.documentVersion} has errors; mend them first.`);
}

/** With the version asked for, else with the published one before; where there is none, nothing is compared. */
export async function compareVersions(
  tx: Tx,
  descriptionId: string,
  versionId: string,
  other: string | undefined,
): Promise<ApiResult<Compared>> {
  const after = await readyVersion(tx, descriptionId, versionId);
  if (!after.ok) return after;
  const earlier = other ?? (await versionBefore(tx, after.value.stored));
  if (earlier === undefined) return { ok: true, value: { comparedWith: null, ...counted([]) } };
  const before = await readyVersion(tx, descriptionId, earlier);
  if (!before.ok) return before;
  const { id, documentVersion } = before.value.stored;
  const found = compareDescriptions(before.value.ready.description, after.value.ready.description);
  return { ok: true, value: { comparedWith: { id, documentVersion }, ...counted(found) } };
}

/** Differences with how many of each verdict. */
export function counted(differences: readonly Difference[]) {
  const count = (verdict: Difference['verdict']) =>
    differences.filter((difference) => difference.verdict === verdict).length;
  return {
    differences: [...differences],
    stronger: count('stronger'),
    weaker: count('weaker'),
    neutral: count('neutral'),
    cannotTell: count('cannot tell'),
  };
}
