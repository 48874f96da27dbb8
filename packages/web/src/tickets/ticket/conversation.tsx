import { Button } from '@mantine/core';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { mayDo, useMe } from '../../api/me.ts';
import { usePages } from '../../api/use-pages.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { quoted } from '../message/folded-quote.ts';
import { MessageCard } from '../message/message-card.tsx';
import type { Message } from '../message/message.ts';
import type { Ticket } from '../ticket.ts';
import classes from './conversation.module.css';
import { ReplyBox } from './reply-box.tsx';
import { useReply } from './use-reply.ts';

export type ConversationProps = { readonly ticket: Ticket; readonly field: RefObject<HTMLTextAreaElement | null> };

const PAGE = 200;
/** Of a long one the beginning and the end are what people look for. */
const SHOWN_FIRST = 2;
const SHOWN_LAST = 30;

/** What was written, the earliest first, and where one writes on. */
export function Conversation({ ticket, field }: ConversationProps) {
  const { accountId, accountZone, id } = ticket;
  const me = useMe();
  const reply = useReply({ accountId, ticketId: id });
  const pages = usePages('GET /accounts/:accountId/tickets/:ticketId/messages', {
    params: { accountId, ticketId: id },
    query: { limit: PAGE },
  });
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const [isWhole, setWhole] = useState(false);
  const mayReply = mayDo(me, 'tickets.reply', accountId) && ticket.state !== 'merged';
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
    <QueryState query={pages}>
      {({ rows }) => {
        const hidden = isWhole ? 0 : Math.max(0, rows.length - SHOWN_FIRST - SHOWN_LAST);
        const parts = hidden === 0 ? [rows, []] : [rows.slice(0, SHOWN_FIRST), rows.slice(SHOWN_FIRST + hidden)];
        const [first = [], last = []] = parts;
        const card = (message: Message) => (
          <MessageCard
            key={message.id}
            accountId={accountId}
            accountZone={accountZone}
            message={message}
            onQuote={mayReply ? quote : undefined}
          />
        );
        return (
          <div className={classes['conversation']}>
            <ol className={classes['messages']} aria-label="Conversation, the earliest first">
              {first.map(card)}
              {hidden > 0 && (
                <li>
                  <Button variant="default" size="xs" fullWidth onClick={() => setWhole(true)}>
                    Show {hidden} messages between
                  </Button>
                </li>
              )}
              {last.map(card)}
              {reply.pending && (
                <MessageCard accountId={accountId} accountZone={accountZone} message={reply.pending} isPending />
              )}
            </ol>
            {mayReply && <ReplyBox ticket={ticket} reply={reply} field={field} />}
          </div>
        );
      }}
    </QueryState>
  );
}
