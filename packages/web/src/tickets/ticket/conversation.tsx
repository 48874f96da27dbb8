import { type RefObject, useCallback, useMemo } from 'react';
import { QueryState } from '../../ui/query-state.tsx';
import { quoted } from '../message/folded-quote.ts';
import type { Message } from '../message/message.ts';
import { useConversation } from '../message/use-conversation.ts';
import type { Ticket } from '../ticket.ts';
import classes from './conversation.module.css';
import { type Audience, isUnsent } from './draft-store.ts';
import { useMayBeDone } from './use-may-be-done.ts';
import { Messages } from './messages.tsx';
import { ReplyBox } from './reply-box.tsx';
import { useReply } from './use-reply.ts';

export type ConversationProps = {
  readonly ticket: Ticket;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Whether a reply is written, or an internal note. */
  readonly audience: Audience;
  readonly onAudience: (audience: Audience) => void;
};

/** What was written, the earliest first, and where one writes on. */
export function Conversation({ ticket, field, audience, onAudience }: ConversationProps) {
  const { accountId, accountZone, id } = ticket;
  const replies = {
    shared: useReply({ accountId, ticketId: id }, 'shared'),
    internal: useReply({ accountId, ticketId: id }, 'internal'),
  };
  const [reply, other] =
    audience === 'internal' && ticket.mayChange
      ? [replies.internal, replies.shared]
      : [replies.shared, replies.internal];
  const conversation = useConversation({ accountId, ticketId: id });
  const mayReply = useMayBeDone(ticket).reply;
  const { change } = reply;
  const changeNote = replies.internal.change;
  const [sentReply, sentNote] = [replies.shared.pending, replies.internal.pending];
  const pending = useMemo(() => [sentReply, sentNote].filter((each) => each !== undefined), [sentReply, sentNote]);
  const quote = useCallback(
    ({ author, body, audience: saidTo }: Message) => {
      const text = quoted(body, author?.name ?? 'Somebody');
      // What colleagues wrote for colleagues stays with them.
      const isNote = saidTo === 'internal';
      if (isNote) onAudience('internal');
      (isNote ? changeNote : change)((now) => ({ body: now.body === '' ? text : `${now.body}\n\n${text}` }));
      field.current?.focus();
    },
    [field, change, changeNote, onAudience],
  );
  return (
    <QueryState query={conversation}>
      {(rows) => (
        <div className={classes['conversation']}>
          <Messages {...{ accountId, accountZone, rows }} pending={pending} onQuote={mayReply ? quote : undefined} />
          {mayReply && <ReplyBox {...{ ticket, reply, field, onAudience }} isOtherUnsent={isUnsent(other.draft)} />}
        </div>
      )}
    </QueryState>
  );
}
