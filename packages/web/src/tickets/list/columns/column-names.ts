import type { Gives } from '@tamarack/contract';

type Filter = Gives<'GET /ticket-views'>['rows'][number]['filter'];
/** What may stand beside the subject of a ticket in a list. */
export type TicketColumn = NonNullable<Filter['columns']>[number];

/** Each by its heading, in the order in which they stand. */
export const COLUMN_WORDS: Readonly<Record<TicketColumn, string>> = {
  next: 'Next clock',
  severity: 'Severity',
  state: 'State',
  assignee: 'Assignee',
  account: 'Account',
  requester: 'Requester',
  product: 'Product',
  contract: 'Contract',
  queue: 'Queue',
  received: 'Received',
  latest: 'Latest',
};

const ALL = Object.keys(COLUMN_WORDS) as readonly TicketColumn[];
/** What stands there as long as nobody chose. */
export const USUAL: readonly TicketColumn[] = ['next', 'severity', 'state', 'assignee', 'account', 'latest'];

/** The columns that a text of an address names, in their order, or the usual ones as undefined. */
export function columnsIn(text: string | undefined): TicketColumn[] | undefined {
  const named = new Set<string>(text?.split('.'));
  const known = ALL.filter((column) => named.has(column));
  return known.length === 0 || known.join() === USUAL.join() ? undefined : known;
}

/** As an address holds them. */
export function columnsText(columns: readonly TicketColumn[] | undefined): string | undefined {
  return columnsIn(columns?.join('.'))?.join('.');
}

/** What a list can show: of one account its name is said above. */
export function columnsToChoose(isOneAccount: boolean): readonly TicketColumn[] {
  return isOneAccount ? ALL.filter((column) => column !== 'account') : ALL;
}
