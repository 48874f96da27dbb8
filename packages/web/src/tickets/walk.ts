/**
 * The list from which somebody went to a ticket, so that the next one is a key away. As it stood then: what is answered moves
 * to another place in the list, and whoever works it off would skip those between.
 */
import type { TicketRow } from './ticket.ts';

type Place = Pick<TicketRow, 'accountId' | 'id'>;
export type Walk = {
  /** The list's own address. */
  readonly href: string;
  readonly tickets: readonly Place[];
};

const KEY = 'tamarack.tickets.walk';
/** More than anybody works off in one go. */
const MOST = 500;

let kept: Walk | undefined;
/** The ticket that was looked at last, until a list is there again. */
let seen: string | undefined;

/** Keeps the list for this browser tab. */
export function keepWalk({ href, tickets }: Walk): void {
  seen = undefined;
  kept = { href, tickets: tickets.slice(0, MOST).map(({ accountId, id }) => ({ accountId, id })) };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Full or forbidden: the memory has it until the next reload.
  }
}

/** Somebody looks at a ticket, and will come back to the list at its place. */
export function keepPlace(ticketId: string): void {
  seen = ticketId;
}

/** Which row of a list somebody comes back to: the ticket looked at last, or where it left the list, what stands there now. */
export function rowToReturnTo(href: string, rows: readonly Pick<TicketRow, 'id'>[]): number | undefined {
  const walk = keptWalk();
  if (seen === undefined || walk?.href !== href || rows.length === 0) return undefined;
  const now = rows.findIndex(({ id }) => id === seen);
  const then = walk.tickets.findIndex(({ id }) => id === seen);
  if (now !== -1) return now;
  return then === -1 ? undefined : Math.min(then, rows.length - 1);
}

/** The list that was kept last; undefined where somebody came by a link. */
export function keptWalk(): Walk | undefined {
  if (kept) return kept;
  try {
    const text = sessionStorage.getItem(KEY);
    kept = text === null ? undefined : (JSON.parse(text) as Walk);
  } catch {
    kept = undefined;
  }
  return kept;
}

/** Where a ticket stands in the list, and its neighbours; undefined where it is not in it. */
export function placeIn(
  { tickets }: Walk,
  ticketId: string,
): { readonly number: number; readonly before: Place | undefined; readonly after: Place | undefined } | undefined {
  const at = tickets.findIndex(({ id }) => id === ticketId);
  return at === -1 ? undefined : { number: at + 1, before: tickets[at - 1], after: tickets[at + 1] };
}
