import { useRouter } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { type PageShortcut, usePageShortcuts } from '../../app/page-shortcuts.ts';
import type { Act } from '../acts/act.ts';
import { useTicketTerms } from '../terms/ticket-terms.ts';
import { laddersNow } from '../terms/what-to-ask.ts';
import { ticketHref, type Ticket } from '../ticket.ts';
import { keptWalk, placeIn } from '../walk.ts';
import type { Audience } from './draft-store.ts';
import { useMayBeDone } from './use-may-be-done.ts';
import { useQuickActs } from './use-quick-acts.ts';

export type TicketKeys = {
  readonly ticket: Ticket;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onAct: (act: Act) => void;
  /** The reply box stands below the conversation, and not below the history. */
  readonly onConversation: () => unknown;
  /** A reply is written now, or a note. */
  readonly onAudience: (audience: Audience) => void;
  /** History instead of conversation, or back. */
  readonly onView: () => unknown;
};

/** The keys of a ticket's page, those only that would do something now. */
export function useTicketKeys({ ticket, field, onAct, onConversation, onAudience, onView }: TicketKeys): void {
  const router = useRouter();
  const { acknowledge, take } = useQuickActs(ticket);
  const may = useMayBeDone(ticket);
  const { accountId, id } = ticket;
  const { data: terms } = useTicketTerms({ accountId, ticketId: id });
  const write = async (audience: Audience) => {
    await onConversation();
    onAudience(audience);
    // The field exists only after the conversation was shown.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.scrollIntoView({ block: 'nearest' });
    });
  };
  const walk = keptWalk();
  const place = walk && placeIn(walk, id);
  const go = (href: string) => router.history.push(href);
  const keys: (PageShortcut | false | undefined)[] = [
    acknowledge && { keys: 'a', says: 'Acknowledge the ticket', run: acknowledge },
    take && { keys: 't', says: 'Take the ticket', run: take },
    may.reply && { keys: 'r', says: 'Write a reply', run: () => void write('shared') },
    may.note && { keys: 'i', says: 'Write an internal note', run: () => void write('internal') },
    may.work && { keys: 'h', says: 'Hand the ticket over, or take it back', run: () => onAct('hand-over') },
    may.work && { keys: 's', says: 'Change the severity', run: () => onAct('severity') },
    may.work && { keys: 'w', says: 'Assign the ticket', run: () => onAct('assign') },
    may.work && { keys: 'e', says: 'Resolve the ticket', run: () => onAct('resolve') },
    may.reopen && { keys: 'o', says: 'Reopen the ticket', run: () => onAct('reopen') },
    may.close && { keys: 'c', says: 'Close the ticket', run: () => onAct('close') },
    terms && laddersNow(terms).length > 0 && { keys: 'x', says: 'Escalate the ticket', run: () => onAct('escalate') },
    { keys: 'v', says: 'Change between conversation and history', run: () => void onView() },
    place?.after && { keys: 'j', says: 'Next ticket of the list', run: () => go(ticketHref(place.after ?? ticket)) },
    place?.before && {
      keys: 'k',
      says: 'Ticket before in the list',
      run: () => go(ticketHref(place.before ?? ticket)),
    },
    walk && { keys: 'u', says: 'Back to the list of tickets', run: () => go(walk.href) },
  ];
  usePageShortcuts(keys.filter((each) => typeof each === 'object'));
}
