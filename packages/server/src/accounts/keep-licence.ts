/** A licence is issued, renewed and revoked (AC20). */
import type { Body } from '@tamarack/contract';
import { recordFacts } from '../obligations/index.ts';
import { isPlausible } from '../platform/clock/is-plausible.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { lockAccount } from './account-store.ts';
import { passLicenceMilestones } from './licence-milestones.ts';
import { insertLicence, saveRenewal, saveRevocation } from './licence-store.ts';
import { isProduct, licenceRows, type Licence, type LicenceRow } from './licence-views.ts';
import type { By } from './set-roles.ts';

type Ids = { readonly accountId: string; readonly licenceId: string };

/** On record at once by whom; `licence.issued` follows by itself on its first day. */
export async function issueLicence(
  tx: Tx,
  accountId: string,
  wanted: Body<'POST /accounts/:accountId/licences'>,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<Licence>> {
  if ((await lockAccount(tx, accountId)) === undefined) return refuseApi('record.not-found');
  if (!areDaysPlausible([wanted.validFrom, wanted.validUntil], now))
    return refuseApi('value.not-allowed', 'A day of the licence lies too far away; check the year.');
  if (!(await isProduct(tx, wanted.productId))) return refuseApi('record.not-found', 'There is no such product.');
  const ids = { accountId, licenceId: await insertLicence(tx, accountId, wanted) };
  const [licence] = await licenceRows(tx, accountId, now, ids.licenceId);
  if (!licence) throw new Error('An inserted licence is not there.');
  const recorded = await told(tx, licence, ids, 'licence.recorded', wanted.note ?? '', by, now);
  return recorded.ok ? afterwards(tx, ids, now) : recorded;
}

/** Refuses a licence that was revoked, and an end that is no later or lies in the past. */
export async function renewLicence(
  tx: Tx,
  ids: Ids,
  { validUntil, note }: Body<'POST /accounts/:accountId/licences/:licenceId/renewal'>,
  ifMatch: number,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<Licence>> {
  const found = await locked(tx, ids, now);
  if (!found.ok) return found;
  const licence = found.value;
  if (licence.version !== ifMatch) return refuseApi('edit.conflict');
  if (licence.revokedAt !== null) return refuseApi('state.not-possible', 'The licence was revoked; issue a new one.');
  if (licence.validUntil === null) return refuseApi('state.not-possible', 'The licence is valid without end.');
  if (!areDaysPlausible([validUntil], now))
    return refuseApi('value.not-allowed', 'The day lies too far away; check the year.');
  const today = now.toZonedDateTimeISO(licence.zone).toPlainDate().toString();
  if (validUntil !== null && (validUntil <= licence.validUntil || validUntil < today))
    return refuseApi(
      'value.not-allowed',
      `The licence is valid until ${licence.validUntil}; a renewal ends later, and not in the past.`,
    );
  await saveRenewal(tx, ids.accountId, ids.licenceId, validUntil);
  const recorded = await told(tx, licence, ids, 'licence.renewed', note, by, now);
  return recorded.ok ? afterwards(tx, ids, now) : recorded;
}

export async function revokeLicence(
  tx: Tx,
  ids: Ids,
  note: string,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<Licence>> {
  const found = await locked(tx, ids, now);
  if (!found.ok) return found;
  if (found.value.revokedAt !== null) return refuseApi('state.not-possible', 'The licence was revoked already.');
  await saveRevocation(tx, ids.accountId, ids.licenceId, now);
  const recorded = await told(tx, found.value, ids, 'licence.revoked', note, by, now);
  return recorded.ok ? afterwards(tx, ids, now) : recorded;
}

/** A licence without end is valid without end; a day of the year 9999 is a slip of the pen. */
function areDaysPlausible(days: readonly (string | null)[], now: Temporal.Instant): boolean {
  return days.every((day) => day === null || isPlausible(Temporal.Instant.from(`${day}T12:00Z`), now));
}

async function told(
  tx: Tx,
  { product }: LicenceRow,
  { accountId, licenceId }: Ids,
  fact: string,
  note: string,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<unknown>> {
  const said = note === '' ? {} : { note };
  return recordFacts(tx, [{ accountId, fact, subjectId: licenceId, data: { product }, ...said }], by, now);
}

async function locked(tx: Tx, { accountId, licenceId }: Ids, now: Temporal.Instant): Promise<ApiResult<LicenceRow>> {
  if ((await lockAccount(tx, accountId)) === undefined) return refuseApi('record.not-found');
  const [licence] = await licenceRows(tx, accountId, now, licenceId);
  return licence ? { ok: true, value: licence } : refuseApi('record.not-found');
}

async function afterwards(tx: Tx, { accountId, licenceId }: Ids, now: Temporal.Instant): Promise<ApiResult<Licence>> {
  const passed = await passLicenceMilestones(tx, accountId, now);
  if (!passed.ok) return passed;
  const [licence] = await licenceRows(tx, accountId, now, licenceId);
  return licence ? { ok: true, value: shownLicence(licence) } : refuseApi('record.not-found');
}

export function shownLicence({ zone: _zone, begunAt: _begun, expiredAt: _expired, ...licence }: LicenceRow): Licence {
  return licence;
}
