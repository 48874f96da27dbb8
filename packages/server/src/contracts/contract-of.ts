/** Contracts as the contract of the API shows them. */
import type { Gives } from '@tamarack/contract';
import { readyVersions, type ReadyVersion } from '../agreements/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { contractRows, termsRows, type ContractRow, type TermsRow } from './contract-views.ts';

export type Contract = Gives<'GET /accounts/:accountId/contracts/:contractId'>;
type Terms = Contract['history'][number];

/** The contracts of an account, or one of them, as they stand at `now`. */
export async function contractsOf(
  tx: Tx,
  accountId: string,
  now: Temporal.Instant,
  contractId?: string,
): Promise<Contract[]> {
  const rows = await contractRows(tx, accountId, contractId);
  const terms = await termsRows(tx, accountId, contractId);
  const versions = await readyVersions(
    tx,
    terms.map(({ versionId }) => versionId),
  );
  const shown = new Map(terms.map((row) => [row, termsOfRow(row, versions)]));
  return rows.map((row) => {
    const own = [...shown].filter(([{ contractId: of }]) => of === row.id).map(([, one]) => one);
    return contractOf(row, own, now);
  });
}

/** One contract; undefined where there is none. */
export async function contractById(
  tx: Tx,
  accountId: string,
  contractId: string,
  now: Temporal.Instant,
): Promise<Contract | undefined> {
  return (await contractsOf(tx, accountId, now, contractId))[0];
}

function contractOf(row: ContractRow, history: readonly Terms[], now: Temporal.Instant): Contract {
  const { zone, extendsId, extendsName, startedAt: _started, endedAt, endingAt, endingBy, endingNote, ...rest } = row;
  const agreed = history.filter(({ state }) => state === 'agreed');
  return {
    ...rest,
    state: stateOf(row, agreed.length > 0, now),
    extends: extendsId === null ? null : { id: extendsId, name: extendsName ?? '' },
    noticeUntil: endedAt === null && endingAt === null ? noticeUntil(row, zone) : null,
    ending: endingAt === null ? null : { recordedAt: endingAt, recordedBy: endingBy, note: endingNote ?? '' },
    current: agreed.find((terms) => holdsAt(terms, now)) ?? agreed.at(-1) ?? null,
    proposed: history.find(({ state }) => state === 'proposed') ?? null,
    history: [...history],
  };
}

function stateOf({ startsAt, endedAt }: ContractRow, isAgreed: boolean, now: Temporal.Instant): Contract['state'] {
  if (endedAt !== null) return 'ended';
  if (!isAgreed) return 'proposed';
  return isAfter(startsAt, now) ? 'upcoming' : 'running';
}

function holdsAt({ fromAt, untilAt }: Terms, now: Temporal.Instant): boolean {
  return !isAfter(fromAt, now) && (untilAt === null || isAfter(untilAt, now));
}

/** Days before the end by the calendar of the account's zone. */
function noticeUntil({ endsAt, noticeDays, renewal }: ContractRow, zone: string): string | null {
  if (endsAt === null || noticeDays === null || renewal !== 'automatic') return null;
  const end = Temporal.Instant.from(endsAt).toZonedDateTimeISO(zone);
  return end.subtract({ days: noticeDays }).toInstant().toString();
}

function isAfter(at: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(at), now) > 0;
}

function termsOfRow(row: TermsRow, versions: ReadonlyMap<string, ReadyVersion>): Terms {
  const { contractId: _of, accountData: _data, holidays: _frozen, movedAt: _moved, ...terms } = row;
  const version = versions.get(row.versionId);
  return {
    ...terms,
    title: version?.title ?? '',
    documentVersion: version?.version ?? '',
    descriptionId: version?.descriptionId ?? row.versionId,
    levelTitle: version?.ready.description.levels[row.level]?.name ?? row.level,
  };
}
