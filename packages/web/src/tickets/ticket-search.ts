import type { Gives, Sends } from '@tamarack/contract';
import { oneOf, textIn } from '../ui/one-of.ts';

export const SHOWN = ['ended', 'all', 'resolved', 'closed', 'declined', 'merged'] as const;
type Shown = (typeof SHOWN)[number];

/** What the address of a list of tickets holds: which of them are listed, and in which order. */
export type TicketSearch = {
  /** Left out: those that are open. */
  readonly show?: Shown | undefined;
  /** Whose work it is: the reader's, nobody's yet, or a person's. */
  readonly whose?: string | undefined;
  readonly side?: 'provider' | 'customer' | undefined;
  readonly kind?: 'incident' | 'service-request' | undefined;
  readonly severity?: number | undefined;
  readonly queue?: string | undefined;
  /** Only those on which a promise of the provider was broken. */
  readonly broken?: true | undefined;
  readonly account?: string | undefined;
  /** Words of subject or conversation, or a reference. */
  readonly search?: string | undefined;
  /** Left out: by the next clock to breach. */
  readonly order?: 'latest' | undefined;
};

const ID = /^[0-9a-f-]{36}$/;
const PAGE = 100;

/** Reads it from an address that anybody may have typed. */
export function readTicketSearch(search: Readonly<Record<string, unknown>>): TicketSearch {
  const { show, whose, side, kind, severity, queue, broken, account, order, search: words } = search;
  const [who, id] = [textIn(whose), textIn(account)];
  const figure = Number(severity);
  return {
    show: oneOf(SHOWN, show),
    whose: who === 'me' || who === 'nobody' || (who !== undefined && ID.test(who)) ? who : undefined,
    side: oneOf(['provider', 'customer'], side),
    kind: oneOf(['incident', 'service-request'], kind),
    severity: Number.isInteger(figure) && figure >= 1 && figure <= 9 ? figure : undefined,
    queue: textIn(queue, 80),
    broken: broken === true || broken === 'true' ? true : undefined,
    account: id !== undefined && ID.test(id) ? id : undefined,
    // The router reads a reference in an address as the number that it is.
    search: textIn(typeof words === 'number' ? String(words) : words, 200)?.trim() || undefined,
    order: oneOf(['latest'], order),
  };
}

/** What the API is asked for. */
export function ticketQuery(search: TicketSearch): NonNullable<Sends<'GET /tickets'>['query']> {
  const { show, whose, broken, account, order = 'next', ...rest } = search;
  return {
    ...rest,
    ...(show === 'all' ? {} : { state: show ?? 'open' }),
    assignee: whose,
    accountId: account,
    order,
    limit: PAGE,
    ...(broken ? { breached: 'true' } : {}),
  };
}

/** Whether it leaves out tickets that the bare list would show. */
export function isFiltered({ show: _show, order: _order, account: _account, ...filters }: TicketSearch): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** The address of the list of all accounts that shows these. */
export function ticketsHref(search: TicketSearch): string {
  const given = Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const query = new URLSearchParams(given).toString();
  return `/tickets${query === '' ? '' : `?${query}`}`;
}

type Filter = Gives<'GET /ticket-views'>['rows'][number]['filter'];

/** The filter of a saved view as an address holds it. */
export function searchOf({ accountId, state, assignee, breached, order, ...rest }: Filter): TicketSearch {
  return readTicketSearch({
    ...rest,
    show: state === undefined ? 'all' : state,
    whose: assignee,
    account: accountId,
    broken: breached,
    order,
  });
}

/** What an address holds as the filter of a saved view. */
export function filterOf({ show, whose, broken, account, ...rest }: TicketSearch): Filter {
  const filter = {
    ...rest,
    ...(show === 'all' ? {} : { state: show ?? ('open' as const) }),
    accountId: account,
    assignee: whose,
    breached: broken,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Filter;
}

/** Whether two addresses show the same. */
export function isSameSearch(one: TicketSearch, other: TicketSearch): boolean {
  const text = (search: TicketSearch) =>
    JSON.stringify(
      Object.entries(search)
        .filter(([, value]) => value !== undefined)
        .toSorted(([first], [second]) => (first < second ? -1 : 1)),
    );
  return text(one) === text(other);
}
