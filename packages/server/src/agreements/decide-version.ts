/** A version's way from draft to published: submitted, withdrawn, approved or rejected. */
import { frozenHolidays } from '@tamarack/core';
import { holidayLists, readDescriptionText } from '../holidays/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { backToDraft, decide, submit } from './description-store.ts';
import { isVersionTaken, type StoredVersion } from './description-views.ts';
import { examineText } from './examine-text.ts';
import { settleWaiting, tellOfVersion } from './tell-store.ts';
import { tooLongToRun } from './too-long-to-run.ts';
import { approvalOf, versionDetail, type VersionDetail } from './version-detail.ts';
import { versionInState, type VersionIds } from './work-on-draft.ts';

/** Whose word it is and when. */
type By = { readonly personId: string; readonly now: Temporal.Instant };

/** Refuses a text with errors, one that is too long to run, and a version that its document control shares with a published one. */
export async function submitVersion(
  tx: Tx,
  ids: VersionIds,
  changeNote: string | undefined,
  ifMatch: number,
  { personId, now }: By,
): Promise<ApiResult<VersionDetail>> {
  const stored = await versionInState(tx, ids, ifMatch, 'draft');
  if (!stored.ok) return stored;
  const { documentVersion, source } = stored.value;
  if (await isVersionTaken(tx, ids.descriptionId, documentVersion))
    return refuseApi(
      'value.not-allowed',
      `Version ${documentVersion} is published already; raise document.version and say in document.history what changed.`,
    );
  const tooLong = tooLongToRun(source);
  if (tooLong) return tooLong;
  const examined = await examineText(source);
  if (!examined.ok) return examined;
  const { errors } = examined.value;
  if (errors > 0)
    return refuseApi(
      'state.not-possible',
      `The text has ${errors === 1 ? 'an error' : `${errors} errors`}; only one without errors can be submitted.`,
    );
  await submit(tx, ids.versionId, changeNote ?? stored.value.changeNote, personId, now);
  const { people } = await approvalOf(tx, { ...stored.value, submittedBy: { id: personId, name: '' } });
  await tellOfVersion(tx, people, told('description.submitted', stored.value), now);
  return versionDetail(tx, ids.descriptionId, ids.versionId, personId);
}

export async function withdrawVersion(
  tx: Tx,
  ids: VersionIds,
  ifMatch: number,
  { personId, now }: By,
): Promise<ApiResult<VersionDetail>> {
  const stored = await versionInState(tx, ids, ifMatch, 'in-review');
  if (!stored.ok) return stored;
  await backToDraft(tx, ids.versionId);
  await settleWaiting(tx, ids.versionId, now);
  return versionDetail(tx, ids.descriptionId, ids.versionId, personId);
}

/** Refuses `access.denied` to whoever may not decide on this one. */
export async function decideVersion(
  tx: Tx,
  ids: VersionIds,
  state: 'published' | 'rejected',
  note: string,
  ifMatch: number,
  { personId, now }: By,
): Promise<ApiResult<VersionDetail>> {
  const stored = await versionInState(tx, ids, ifMatch, 'in-review');
  if (!stored.ok) return stored;
  const approval = await approvalOf(tx, stored.value);
  if (!approval.mayApprove(personId)) return refuseApi('access.denied', approval.rule);
  const holidays = state === 'published' ? await holidaysOf(stored.value.source, now) : null;
  await decide(tx, ids.versionId, { state, by: personId, note, holidays }, now);
  await settleWaiting(tx, ids.versionId, now);
  const submitter = stored.value.submittedBy?.id;
  const kind = state === 'published' ? 'description.approved' : 'description.rejected';
  if (submitter !== undefined && submitter !== personId)
    await tellOfVersion(tx, [submitter], told(kind, stored.value), now);
  return versionDetail(tx, ids.descriptionId, ids.versionId, personId);
}

function told<K>(kind: K, { id, title, documentVersion }: StoredVersion) {
  return { kind, versionId: id, title: `${title} ${documentVersion}` };
}

/** A contract lasts ten years at most times; what began before is recomputed from the years before. */
const YEARS_BEFORE = 3;
const YEARS_AFTER = 25;

/** Frozen with what is published, so that no newer list changes a deadline. Null where it takes none from a list. */
async function holidaysOf(source: string, now: Temporal.Instant) {
  const { ready } = await readDescriptionText(source);
  if (!ready || !/\bcountry\b/.test(source)) return null;
  const { year } = now.toZonedDateTimeISO('UTC');
  return frozenHolidays(ready, await holidayLists(), { from: year - YEARS_BEFORE, to: year + YEARS_AFTER });
}
