import type { Action } from '@tamarack/contract';
import type { Ticket } from '../ticket.ts';

/** What may be done with a ticket as it stands. */
export type MayBeDone = {
  readonly reply: boolean;
  readonly note: boolean;
  /** Everything that staff do to an open ticket. */
  readonly work: boolean;
  readonly reopen: boolean;
  readonly close: boolean;
};

/** Pure. Staff close what is resolved, and resolve what is open; customers close either. */
export function mayBeDone(
  { state, mayChange }: Pick<Ticket, 'state' | 'mayChange'>,
  may: (action: Action) => boolean,
): MayBeDone {
  const isOpen = state === 'open';
  const mayReply = state !== 'merged' && may('tickets.reply');
  return {
    reply: mayReply,
    note: mayChange,
    work: mayChange && isOpen,
    reopen: mayReply && !isOpen,
    close: may('tickets.end') && (state === 'resolved' || (isOpen && !mayChange)),
  };
}
