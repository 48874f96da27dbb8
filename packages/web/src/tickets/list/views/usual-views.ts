import type { USUAL_TICKET_VIEWS } from '@tamarack/contract';
import type { TicketSearch } from '../../ticket-search.ts';

type Usual = {
  readonly view: keyof typeof USUAL_TICKET_VIEWS;
  readonly label: string;
  readonly search: TicketSearch;
};

/** Views that everybody has, by the names under which the API counts them. */
export const USUAL_VIEWS: readonly Usual[] = [
  { view: 'open', label: 'Open', search: {} },
  { view: 'mine', label: 'Mine', search: { whose: 'me' } },
  { view: 'unassigned', label: 'Nobody’s yet', search: { whose: 'nobody' } },
  { view: 'with-provider', label: 'With us', search: { side: 'provider' } },
  { view: 'with-customer', label: 'With customers', search: { side: 'customer' } },
  { view: 'broken', label: 'Broken', search: { broken: true } },
  { view: 'ended', label: 'Ended', search: { show: 'ended' } },
];
