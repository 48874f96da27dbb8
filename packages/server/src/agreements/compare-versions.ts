/** What changed between two versions, in words. */
import { compareDescriptions, type Difference } from '@tamarack/core';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import type { ApiResult } from '../platform/http/refuse-api.ts';
import { versionBefore } from './description-views.ts';
import { descriptionOf, readableVersion } from './read-version.ts';

type Compared = Gives<'GET /descriptions/:descriptionId/versions/:versionId/differences'>;

/** With the version asked for, else with the published one before; where there is none, nothing is compared. */
export async function compareVersions(
  tx: Tx,
  descriptionId: string,
  versionId: string,
  other: string | undefined,
): Promise<ApiResult<Compared>> {
  const stored = await readableVersion(tx, { descriptionId, versionId });
  if (!stored.ok) return stored;
  const after = await descriptionOf(tx, stored.value);
  if (!after.ok) return after;
  const earlier = other ?? (await versionBefore(tx, stored.value));
  if (earlier === undefined) return { ok: true, value: { comparedWith: null, ...counted([]) } };
  const storedBefore = await readableVersion(tx, { descriptionId, versionId: earlier });
  if (!storedBefore.ok) return storedBefore;
  const before = await descriptionOf(tx, storedBefore.value);
  if (!before.ok) return before;
  const { id, documentVersion } = storedBefore.value;
  const found = compareDescriptions(before.value, after.value);
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
