import { oneOf } from '../../ui/one-of.ts';

/** What the address of a ticket holds: its conversation, or its whole history. */
export type TicketView = { readonly view?: 'history' | undefined };

/** Reads it from an address that anybody may have typed. */
export function readTicketView({ view }: Readonly<Record<string, unknown>>): TicketView {
  return { view: oneOf(['history'], view) };
}
