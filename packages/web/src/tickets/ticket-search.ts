import type { Sends } from '@tamarack/contract';
import { oneOf, textIn } from '../ui/one-of.ts';

/** What the address of a list of tickets holds: which of them are listed, and in which order. */
export type TicketSearch = {
  /** Left out: those that are open. */
  readonly show?: 'ended' | 'all' | undefined;
  /** Whose work it is: the reader's, nobody's yet, or a person's. */
  readonly whose?: string | undefined;
  readonly side?: 'provider' | 'customer' | undefined;
  readonly kind?: 'incident' | 'service-request' | undefined;
  readonly severity?: number | undefined;
  readonly queue?: string | undefined;
  /** Only those on which a promise of the provider was broken. */
  readonly broken?: true | undefined;
  readonly account?: string | undefined;
  /** Left out: by the next clock to breach. */
  readonly order?: 'latest' | undefined;
};

const ID = /^[0-9a-f-]{36}$/;
const PAGE = 100;

/** Reads it from an address that anybody may have typed. */
export function readTicketSearch(search: Readonly<Record<string, unknown>>): TicketSearch {
  const { show, whose, side, kind, severity, queue, broken, account, order } = search;
  const [who, id] = [textIn(whose), textIn(account)];
  const figure = Number(severity);
  return {
    show: oneOf(['ended', 'all'], show),
    whose: who === 'me' || who === 'nobody' || (who !== undefined && ID.test(who)) ? who : undefined,
    side: oneOf(['provider', 'customer'], side),
    kind: oneOf(['incident', 'service-request'], kind),
    severity: Number.isInteger(figure) && figure >= 1 && figure <= 9 ? figure : undefined,
    queue: textIn(queue, 80),
    broken: broken === true || broken === 'true' ? true : undefined,
    account: id !== undefined && ID.test(id) ? id : undefined,
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
