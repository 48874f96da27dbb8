/** A ticket as the API gives it, and what people call its parts. */
import type { Gives } from '@tamarack/contract';
import type { RowOf } from '../api/use-pages.ts';

export type TicketRow = RowOf<'GET /tickets'>;
export type Ticket = Gives<'GET /accounts/:accountId/tickets/:ticketId'>;
export type TicketIds = { readonly accountId: string; readonly ticketId: string };
export type Side = TicketRow['side'];

export const KIND_WORDS: Readonly<Record<TicketRow['kind'], string>> = {
  incident: 'Incident',
  'service-request': 'Service request',
};

/** Where a ticket has its page. */
export function ticketHref({ accountId, id }: Pick<TicketRow, 'accountId' | 'id'>): string {
  return `/accounts/${accountId}/tickets/${id}`;
}

/** Who has to act next, as the reader says it: "With you" is the reader's own side. */
export function sideWords(side: Side, reader: Side): string {
  if (side === reader) return reader === 'provider' ? 'With us' : 'With you';
  return side === 'provider' ? 'With the provider' : 'With the customer';
}
