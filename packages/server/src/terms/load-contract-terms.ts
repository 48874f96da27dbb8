/** What the contracts of an account agree, ready for clocks. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { frozenLists, termsOf, type Terms } from '@tamarack/core';
import { readyVersions, type ReadyVersion } from '../agreements/index.ts';
import { holidayLists } from '../holidays/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { agreedRows, agreedStates, requireStates, type AgreedRow } from './agreed-terms-views.ts';

export type AgreedTerms = {
  readonly contractId: string;
  readonly contractName: string;
  readonly termsId: string;
  readonly number: number;
  /** Epoch seconds: in force from this second to the one before `untilAt`. */
  readonly fromAt: number;
  readonly untilAt?: number;
  readonly versionId: string;
  readonly versionTitle: string;
  readonly level: string;
  readonly terms: Terms;
};

type Known = { readonly state: string; readonly agreed: readonly AgreedTerms[] };
const knownAccounts = new LRUCache<string, Known>({ max: 5_000 });

/**
 * Agreed terms of all contracts of the account, ordered by the contract's start and then by time; terms that follow one
 * another do not overlap. One short statement where nothing changed since this process asked last, whoever changed it.
 * Throws where agreed terms cannot be read any more (a broken installation).
 */
export async function loadContractTerms(tx: Tx, accountId: string): Promise<readonly AgreedTerms[]> {
  return (await loadTermsOf(tx, [accountId])).get(accountId) ?? [];
}

/** The same of several accounts; nothing of those in which nothing was agreed. */
export async function loadTermsOf(
  tx: Tx,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AgreedTerms[]>> {
  const found = new Map<string, readonly AgreedTerms[]>();
  for (const [accountId, state] of await agreedStates(tx, accountIds))
    found.set(accountId, await termsInState(tx, accountId, state));
  return found;
}

export type Remembered = {
  readonly terms: ReadonlyMap<string, readonly AgreedTerms[]>;
  /** Whether nothing was agreed anew; to be known before anything that follows from the terms is written. */
  readonly holds: (tx: Tx) => Promise<boolean>;
  /** Fails the transaction (see `isOutOfDate`) where anything was agreed anew, or a fact was recorded that concerns every subject. */
  readonly require: (tx: Tx) => void;
};

/** What this process remembers of these accounts, without a question; undefined where it does not know one of them. */
export function rememberedTermsOf(accountIds: readonly string[]): Remembered | undefined {
  const known = new Map<string, Known>();
  for (const accountId of accountIds) {
    const account = knownAccounts.get(accountId);
    if (!account) return undefined;
    known.set(accountId, account);
  }
  return {
    terms: new Map([...known].map(([accountId, { agreed }]) => [accountId, agreed])),
    holds: async (tx) => {
      const states = await agreedStates(tx, accountIds);
      return [...known].every(([accountId, { state }]) => states.get(accountId) === state);
    },
    require: (tx) => {
      requireStates(tx, new Map([...known].map(([accountId, { state }]) => [accountId, state])));
    },
  };
}

/** Of one account, for whoever read its state with something else (`agreedStateOf`). */
export async function termsInState(tx: Tx, accountId: string, state: string): Promise<readonly AgreedTerms[]> {
  const known = knownAccounts.get(accountId);
  const agreed = known?.state === state ? known.agreed : await readTerms(tx, accountId, known?.agreed ?? []);
  knownAccounts.set(accountId, { state, agreed });
  return agreed;
}

async function readTerms(tx: Tx, accountId: string, before: readonly AgreedTerms[]): Promise<readonly AgreedTerms[]> {
  const rows = await agreedRows(tx, accountId);
  const versions = await readyVersions(
    tx,
    rows.map(({ versionId }) => versionId),
  );
  const earlier = new Map(before.map(({ termsId, terms }) => [termsId, terms]));
  const agreed: AgreedTerms[] = [];
  for (const row of rows) agreed.push(await agreedTerms(row, versions, earlier));
  return agreed;
}

async function agreedTerms(
  row: AgreedRow,
  versions: ReadonlyMap<string, ReadyVersion>,
  earlier: ReadonlyMap<string, Terms>,
): Promise<AgreedTerms> {
  const { contractId, contractName, termsId, number, fromAt, untilAt, versionId, level } = row;
  const version = versions.get(versionId);
  if (!version) throw new Error(`The agreed terms ${termsId} name a version that is not published.`);
  return {
    contractId,
    contractName,
    termsId,
    number,
    fromAt,
    ...(untilAt === null ? {} : { untilAt }),
    versionId,
    versionTitle: `${version.title} ${version.version}`,
    level,
    // Terms in force are never changed but for their end.
    terms: earlier.get(termsId) ?? (await termsOfRow(row, version)),
  };
}

/** Most customers of one level agreed the same: their calendars are laid out once, and stand in memory once. */
const knownTerms = new LRUCache<string, Terms>({ max: 1_000 });

async function termsOfRow(row: AgreedRow, { ready }: ReadyVersion): Promise<Terms> {
  const { termsId, versionId, level, parameters, deviations, calendars, holidays, accountData } = row;
  const said = JSON.stringify([versionId, level, parameters, deviations, calendars, holidays, accountData]);
  const key = createHash('sha256').update(said).digest('base64');
  const known = knownTerms.get(key);
  if (known) return known;
  const hasOwn = Object.keys(calendars).length > 0;
  const lists = holidays ? frozenLists(holidays) : hasOwn ? await holidayLists() : undefined;
  const agreed = { level, parameters, deviations, calendars, account: accountData };
  const terms = termsOf(ready, agreed, lists);
  if (!terms.ok) throw new Error(`The agreed terms ${termsId} do not hold any more: ${terms.refusal.sentence}`);
  knownTerms.set(key, terms.value);
  return terms.value;
}
