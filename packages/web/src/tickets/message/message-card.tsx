import { ActionIcon, Tooltip } from '@mantine/core';
import { IconEyeOff, IconQuote } from '@tabler/icons-react';
import { memo } from 'react';
import { Instant } from '../../ui/instant.tsx';
import { MessageFiles } from './message-files.tsx';
import classes from './message-card.module.css';
import { MessageText } from './message-text.tsx';
import type { Message } from './message.ts';
import { MovedMessage } from './moved-message.tsx';

export type MessageCardProps = {
  readonly accountId: string;
  readonly accountZone: string;
  readonly message: Message;
  /** On its way to the server. */
  readonly isPending?: boolean;
  /** Quotes it in the reply box; absent where one cannot reply. */
  readonly onQuote?: ((message: Message) => void) | undefined;
};

const VIA: Readonly<Record<string, string>> = { mail: 'by mail', api: 'by the API', demo: '' };

/** A message with who wrote it and when. An internal note is another thing altogether: colour, edge, icon and word. */
export const MessageCard = memo(function MessageCard(props: MessageCardProps) {
  const { accountId, accountZone, message, isPending = false, onQuote } = props;
  const { author, authorSide, audience, body, at, via, files, movedTo } = message;
  if (movedTo) return <MovedMessage {...{ accountId, accountZone, message, movedTo }} />;
  const isInternal = audience === 'internal';
  const name = author?.name ?? (authorSide === 'system' ? 'Tamarack' : 'Somebody');
  return (
    <li
      className={classes['card']}
      data-side={authorSide}
      data-internal={isInternal || undefined}
      data-pending={isPending || undefined}
    >
      <article aria-label={`${isInternal ? 'Internal note' : 'Message'} by ${name}`}>
        <header className={classes['head']}>
          <b>{name}</b>
          <span>{authorSide === 'system' ? '' : authorSide}</span>
          {isPending ? <span>sending…</span> : <Instant at={at} accountZone={accountZone} as="short" />}
          {(VIA[via] ?? '') !== '' && <span>{VIA[via]}</span>}
          {isInternal && (
            <span className={classes['internal']}>
              <IconEyeOff size={14} aria-hidden /> Internal note: the customer does not see it
            </span>
          )}
          {onQuote && (
            <Tooltip label="Quote it in an answer">
              <ActionIcon
                className={classes['quote'] ?? ''}
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={`Quote ${name}`}
                onClick={() => onQuote(message)}
              >
                <IconQuote size={15} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </header>
        <MessageText body={body} accountId={accountId} files={files} />
        <MessageFiles accountId={accountId} files={files} body={body} />
      </article>
    </li>
  );
});
