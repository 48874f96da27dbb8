import { Button } from '@mantine/core';
import { memo, useState, useTransition } from 'react';
import { MessageCard } from '../message/message-card.tsx';
import type { Message } from '../message/message.ts';
import classes from './conversation.module.css';

export type MessagesProps = {
  readonly accountId: string;
  readonly accountZone: string;
  readonly rows: readonly Message[];
  /** On its way to the server. */
  readonly pending: readonly Message[];
  readonly onQuote: ((message: Message) => void) | undefined;
};

/** Of a long one the beginning and the end are what people look for. */
const SHOWN_FIRST = 2;
const SHOWN_LAST = 30;

/** What was written, the earliest first; shown anew only where it changed, and not at each letter of an answer to it. */
export const Messages = memo(function Messages({ accountId, accountZone, rows, pending, onQuote }: MessagesProps) {
  const [isWhole, setWhole] = useState(false);
  // Hundreds of them are laid out in pieces, between which the page answers.
  const [isUnfolding, unfold] = useTransition();
  const hidden = isWhole ? 0 : Math.max(0, rows.length - SHOWN_FIRST - SHOWN_LAST);
  const card = (message: Message) => (
    <MessageCard key={message.id} accountId={accountId} accountZone={accountZone} message={message} onQuote={onQuote} />
  );
  return (
    <ol className={classes['messages']} aria-label="Conversation, the earliest first">
      {(hidden > 0 ? rows.slice(0, SHOWN_FIRST) : rows).map(card)}
      {hidden > 0 && (
        <li>
          <Button
            variant="default"
            size="xs"
            fullWidth
            loading={isUnfolding}
            onClick={() => unfold(() => setWhole(true))}
          >
            Show {hidden} messages between
          </Button>
        </li>
      )}
      {hidden > 0 && rows.slice(SHOWN_FIRST + hidden).map(card)}
      {pending.map((message) => (
        <MessageCard key={message.id} {...{ accountId, accountZone, message }} isPending />
      ))}
    </ol>
  );
});
