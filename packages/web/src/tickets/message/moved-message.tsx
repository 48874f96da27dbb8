import { IconArrowRight } from '@tabler/icons-react';
import { Instant } from '../../ui/instant.tsx';
import { Link } from '../../ui/link.tsx';
import { ticketHref } from '../ticket.ts';
import classes from './message-card.module.css';
import type { Message } from './message.ts';

export type MovedMessageProps = {
  readonly accountId: string;
  readonly accountZone: string;
  readonly message: Message;
  readonly movedTo: NonNullable<Message['movedTo']>;
};

/** The line in the place of a message that went on in another ticket. */
export function MovedMessage({ accountId, accountZone, message, movedTo }: MovedMessageProps) {
  const { author, audience, at } = message;
  const what = `${audience === 'internal' ? 'An internal note' : 'A message'} by ${author?.name ?? 'Tamarack'}`;
  return (
    <li className={classes['moved']}>
      <IconArrowRight size={15} aria-hidden />
      <span>
        {what}, <Instant at={at} accountZone={accountZone} as="short" />, is now in{' '}
        <Link href={ticketHref({ accountId, id: movedTo.id })}>
          #{movedTo.reference} {movedTo.subject}
        </Link>
      </span>
    </li>
  );
}
