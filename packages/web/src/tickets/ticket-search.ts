import type { Gives, Sends } from '@tamarack/contract';
import { oneOf, textIn } from '../ui/one-of.ts';
import { columnsIn, columnsText } from './list/columns/column-names.ts';

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
  /** Only those of which an escalation stands. */
  readonly escalated?: true | undefined;
  /** Only those of which another severity waits for an approval. */
  readonly approval?: true | undefined;
  readonly account?: string | undefined;
  /** Words of subject or conversation, or a reference. */
  readonly search?: string | undefined;
  /** Left out: by the next clock to breach. */
  readonly order?: 'latest' | undefined;
  /** What stands beside the subject: "next.severity". Left out: what usually does. */
  readonly columns?: string | undefined;
  /** The saved view from which somebody came; the rest says how much of it is left. */
  readonly view?: string | undefined;
};

const ID = /^[0-9a-f-]{36}$/;
const PAGE = 100;

/** Reads it from an address that anybody may have typed. */
export function readTicketSearch(search: Readonly<Record<string, unknown>>): TicketSearch {
  const { show, whose, side, kind, severity, queue, broken, account, order, columns, view, search: words } = search;
  const { escalated, approval } = search;
  const [who, id, viewId] = [textIn(whose), textIn(account), textIn(view)];
  const figure = Number(severity);
  return {
    show: oneOf(SHOWN, show),
    whose: who === 'me' || who === 'nobody' || (who !== undefined && ID.test(who)) ? who : undefined,
    side: oneOf(['provider', 'customer'], side),
    kind: oneOf(['incident', 'service-request'], kind),
    severity: Number.isInteger(figure) && figure >= 1 && figure <= 9 ? figure : undefined,
    queue: textIn(queue, 80),
    broken: isSo(broken),
    escalated: isSo(escalated),
    approval: isSo(approval),
    account: id !== undefined && ID.test(id) ? id : undefined,
    // The router reads a reference in an address as the number that it is.
    search: textIn(typeof words === 'number' ? String(words) : words, 200)?.trim() || undefined,
    order: oneOf(['latest'], order),
    columns: columnsText(columnsIn(textIn(columns))),
    view: viewId !== undefined && ID.test(viewId) ? viewId : undefined,
  };
}

function isSo(value: unknown): true | undefined {
  return value === true || value === 'true' ? true : undefined;
}

/** What the API is asked for. */
export function ticketQuery(search: TicketSearch): NonNullable<Sends<'GET /tickets'>['query']> {
  const { show, whose, broken, escalated, approval, account, order = 'next', ...others } = search;
  const { columns: _columns, view: _view, ...rest } = others;
  return {
    ...rest,
    ...(show === 'all' ? {} : { state: show ?? 'open' }),
    assignee: whose,
    accountId: account,
    order,
    limit: PAGE,
    ...(broken ? { breached: 'true' } : {}),
    ...(escalated ? { escalated: 'true' } : {}),
    ...(approval ? { waitsForApproval: 'true' } : {}),
  };
}

/** Whether it leaves out tickets that the bare list would show. */
export function isFiltered(search: TicketSearch): boolean {
  const { show: _show, order: _order, account: _account, columns: _columns, view: _view, ...filters } = search;
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
export function searchOf(filter: Filter): TicketSearch {
  const { accountId, state, assignee, breached, waitsForApproval, order, columns, ...rest } = filter;
  return readTicketSearch({
    ...rest,
    show: state === undefined ? 'all' : state,
    whose: assignee,
    account: accountId,
    broken: breached,
    approval: waitsForApproval,
    order,
    columns: columns?.join('.'),
  });
}

/** What an address holds as the filter of a saved view. */
export function filterOf(search: TicketSearch): Filter {
  const { show, whose, broken, approval, account, columns, view: _view, ...rest } = search;
  const filter = {
    ...rest,
    ...(show === 'all' ? {} : { state: show ?? ('open' as const) }),
    accountId: account,
    assignee: whose,
    breached: broken,
    waitsForApproval: approval,
    columns: columnsIn(columns),
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Filter;
}

/** Whether two addresses show the same, wherever somebody came from. */
export function isSameSearch(one: TicketSearch, other: TicketSearch): boolean {
  const text = (search: TicketSearch) =>
    JSON.stringify(
      Object.entries(search)
        .filter(([name, value]) => value !== undefined && name !== 'view')
        .toSorted(([first], [second]) => (first < second ? -1 : 1)),
    );
  return text(one) === text(other);
}
