import type { Ticket } from '../ticket.ts';

export const ACTS = [
  'assign',
  'hand-over',
  'severity',
  'resolve',
  'close',
  'decline',
  'reopen',
  'merge',
  'correct',
  'relate',
  'split',
  'ask-for-severity',
  'withdraw-severity',
  'escalate',
  'escalate-further',
  'close-escalation',
] as const;
/** What a dialogue does to a ticket. */
export type Act = (typeof ACTS)[number];

export type ActProps = { readonly ticket: Ticket; readonly onClose: () => void };
