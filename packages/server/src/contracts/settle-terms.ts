/** What somebody wants to agree, settled by the rules of the language: terms, or core's refusal. */
import {
  frozenHolidays,
  frozenLists,
  termsOf,
  type Agreed,
  type FactData,
  type FrozenHolidays,
  type Terms,
} from '@tamarack/core';
import { readyVersions, type ReadyVersion } from '../agreements/index.ts';
import { holidayLists } from '../holidays/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';

export type Wanted = Omit<Agreed, 'account'> & { readonly versionId: string };

export type SettledTerms = {
  readonly version: ReadyVersion;
  readonly terms: Terms;
  readonly agreed: Agreed;
  /** Of the contract's own calendars; null where they take none from a list. */
  readonly holidays: FrozenHolidays | null;
};

const YEARS_BEFORE = 3;
const YEARS_AFTER = 25;

/** Refuses a version that is not published, and as `termsOf` does. */
export async function settleTerms(
  tx: Tx,
  { versionId, ...wanted }: Wanted,
  account: FactData,
  now: Temporal.Instant,
  frozen?: FrozenHolidays | null,
): Promise<ApiResult<SettledTerms>> {
  const version = (await readyVersions(tx, [versionId])).get(versionId);
  if (!version)
    return refuseApi('value.not-allowed', 'There is no such published version; a contract names a published one.');
  const agreed: Agreed = { ...wanted, account };
  const own = Object.keys(wanted.calendars ?? {});
  const lists = own.length === 0 ? undefined : frozen ? frozenLists(frozen) : await holidayLists();
  const terms = termsOf(version.ready, agreed, lists);
  if (!terms.ok) return terms;
  const calendars = new Map([...terms.value.calendars].filter(([name]) => own.includes(name)));
  const { year } = now.toZonedDateTimeISO('UTC');
  const years = { from: year - YEARS_BEFORE, to: year + YEARS_AFTER };
  const kept = lists && !frozen ? frozenHolidays({ calendars }, lists, years) : undefined;
  const holidays = kept && kept.places.length > 0 ? kept : null;
  return { ok: true, value: { version, terms: terms.value, agreed, holidays } };
}
