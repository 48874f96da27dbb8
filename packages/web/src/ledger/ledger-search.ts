import type { Sends } from '@tamarack/contract';
import { oneOf, textIn } from '../ui/one-of.ts';

const SHOWN = ['due', 'settled', 'kept', 'broken', 'waived', 'void'] as const;
export type Shown = (typeof SHOWN)[number];
export const SIDES = ['provider', 'customer'] as const;
export type Side = (typeof SIDES)[number];

/** What the address of a ledger holds: which of its rows are listed. */
export type LedgerSearch = {
  readonly show?: Shown | undefined;
  readonly promise?: string | undefined;
  /** Promises of several contracts may bear one name. */
  readonly contract?: string | undefined;
  readonly side?: Side | undefined;
  /** "2026-11", in the account's zone. */
  readonly month?: string | undefined;
};

/** Reads it from an address that anybody may have typed. */
export function readLedgerSearch(search: Readonly<Record<string, unknown>>): LedgerSearch {
  const { show, promise, contract, side, month } = search;
  const [known, id] = [textIn(month), textIn(contract)];
  return {
    show: oneOf(SHOWN, show),
    promise: textIn(promise),
    contract: id !== undefined && /^[0-9a-f-]{36}$/.test(id) ? id : undefined,
    side: oneOf(SIDES, side),
    month: known !== undefined && /^\d{4}-\d{2}$/.test(known) ? known : undefined,
  };
}

const QUERIES = {
  due: { show: 'due' },
  settled: { show: 'settled' },
  kept: { state: 'met' },
  broken: { state: 'breached' },
  waived: { state: 'waived' },
  void: { state: 'void' },
} as const satisfies Record<Shown, NonNullable<Sends<'GET /accounts/:accountId/obligations'>['query']>>;

/** What the API is asked for. A figure and the list that it leads to count the same rows. */
export function obligationQuery({ show, contract, ...rest }: LedgerSearch) {
  const contractId = contract === undefined ? {} : { contractId: contract };
  return { ...(show === undefined ? {} : QUERIES[show]), ...rest, ...contractId, limit: 50 };
}

/** The address of a ledger that lists these rows. */
export function ledgerHref(accountId: string, search: LedgerSearch): string {
  const given = Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const query = new URLSearchParams(given).toString();
  return `/accounts/${accountId}/ledger${query === '' ? '' : `?${query}`}`;
}
