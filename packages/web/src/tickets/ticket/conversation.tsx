import { type RefObject, useCallback } from 'react';
import { QueryState } from '../../ui/query-state.tsx';
import { quoted } from '../message/folded-quote.ts';
import type { Message } from '../message/message.ts';
import { useConversation } from '../message/use-conversation.ts';
import type { Ticket } from '../ticket.ts';
import classes from './conversation.module.css';
import { useMayBeDone } from './use-may-be-done.ts';
import { Messages } from './messages.tsx';
import { ReplyBox } from './reply-box.tsx';
import { useReply } from './use-reply.ts';

export type ConversationProps = { readonly ticket: Ticket; readonly field: RefObject<HTMLTextAreaElement | null> };

/** What was written, the earliest first, and where one writes on. */
export function Conversation({ ticket, field }: ConversationProps) {
  const { accountId, accountZone, id } = ticket;
  const reply = useReply({ accountId, ticketId: id });
  const conversation = useConversation({ accountId, ticketId: id });
  const mayReply = useMayBeDone(ticket).reply;
  const { change } = reply;
  const quote = useCallback(
    ({ author, body }: Message) => {
      const text = quoted(body, author?.name ?? 'Somebody');
      change((now) => ({ body: now.body === '' ? text : `${now.body}\n\n${text}` }));
      field.current?.focus();
    },
    [field, change],
  );
  return (
    <QueryState query={conversation}>
      {(rows) => (
        <div className={classes['conversation']}>
          <Messages
            {...{ accountId, accountZone, rows }}
            pending={reply.pending}
            onQuote={mayReply ? quote : undefined}
          />
          {mayReply && <ReplyBox ticket={ticket} reply={reply} field={field} />}
        </div>
      )}
    </QueryState>
  );
}
