import { Button, Group, Kbd, SegmentedControl, Textarea } from '@mantine/core';
import { IconEyeOff, IconHourglass, IconSend } from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import { isUploading } from '../../ledger/record/attach-files.ts';
import { EvidenceFiles } from '../../ledger/record/evidence-files.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { MessageText } from '../message/message-text.tsx';
import { namedAt, suggested, withName } from '../company/mention.ts';
import { NameSuggestions } from '../company/name-suggestions.tsx';
import type { Ticket } from '../ticket.ts';
import type { Audience } from './draft-store.ts';
import classes from './reply-box.module.css';
import type { Reply } from './use-reply.ts';

export type ReplyBoxProps = {
  readonly ticket: Ticket;
  readonly reply: Reply;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onAudience: (audience: Audience) => void;
  /** The other one, of reply and note, was begun as well. */
  readonly isOtherUnsent: boolean;
};

/** Where a reply or an internal note is written. A note looks like the notes above it, so that nobody mistakes one for the other. */
export function ReplyBox({ ticket, reply, field, onAudience, isOtherUnsent }: ReplyBoxProps) {
  const { accountId, mayChange, state, side } = ticket;
  const { audience, draft, change, attach, put, send, error, pending, mentionable } = reply;
  const { body, files } = draft;
  const isInternal = audience === 'internal';
  const isWaiting = isUploading(draft);
  // Asked for before its files were there.
  const [isHeldBack, setHeldBack] = useState(false);
  const [isPreview, setPreview] = useState(false);
  const [caret, setCaret] = useState(0);
  const typed = namedAt(body, caret);
  const names = typed === undefined ? [] : suggested(typed, mentionable);
  const placeCaret = (at: number) => {
    setCaret(at);
    // After React wrote the text.
    requestAnimationFrame(() => field.current?.setSelectionRange(at, at));
  };
  const name = (chosen: string) => {
    const next = withName(body, caret, chosen);
    change(() => ({ body: next.body }));
    placeCaret(next.caret);
  };
  const isOpen = state === 'open';
  const isEmpty = body.trim() === '';
  const says = isInternal ? 'Add the note' : 'Send the reply';
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      setHeldBack(isWaiting);
      send(event.shiftKey && mayChange && !isInternal && isOpen ? 'customer' : undefined);
    }
    const [first] = names;
    if (event.key === 'Tab' && !event.shiftKey && first) {
      event.preventDefault();
      name(first.name);
    }
    // Out of the field, so that the page's keys hold again.
    if (event.key === 'Escape') field.current?.blur();
  };
  const receive = ({ files: list }: DataTransfer): boolean => {
    if (list.length === 0) return false;
    setHeldBack(false);
    // Dropped onto a field where nobody writes, it goes behind what is there.
    const there = document.activeElement === field.current ? field.current : null;
    placeCaret(put([...list], [there?.selectionStart ?? body.length, there?.selectionEnd ?? body.length]));
    return true;
  };
  const choose = (chosen: readonly File[]) => {
    setHeldBack(false);
    attach(chosen);
  };
  const paste = (event: ClipboardEvent) => {
    // Text that is copied from a page or a sheet brings a picture of itself along.
    if (event.clipboardData.types.includes('text/plain')) return;
    if (receive(event.clipboardData)) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    if (receive(event.dataTransfer)) event.preventDefault();
  };
  return (
    <section className={classes['box']} data-internal={isInternal || undefined} aria-label="Reply">
      <div className={classes['head']}>
        {mayChange && (
          <SegmentedControl
            size="xs"
            aria-label="What is written"
            data={[
              { value: 'shared', label: isInternal && isOtherUnsent ? 'Reply · unsent' : 'Reply' },
              { value: 'internal', label: !isInternal && isOtherUnsent ? 'Internal note · unsent' : 'Internal note' },
            ]}
            value={audience}
            onChange={onAudience}
          />
        )}
        <span className={classes['audience']}>
          {isInternal && <IconEyeOff size={14} aria-hidden />}
          {isInternal ? 'The customer will not see this' : mayChange ? 'The customer will see this' : ''}
        </span>
        <Button size="compact-xs" variant="subtle" disabled={isEmpty} onClick={() => setPreview(!isPreview)}>
          {isPreview ? 'Write on' : 'Preview'}
        </Button>
      </div>
      <RefusalNote error={error} />
      {isPreview && !isEmpty ? (
        <div className={classes['preview']}>
          <MessageText body={body} accountId={accountId} files={files} />
        </div>
      ) : (
        <Textarea
          ref={field}
          aria-label={isInternal ? 'Internal note' : 'Reply'}
          placeholder={
            isInternal
              ? 'For your colleagues only…'
              : isOpen
                ? 'Write a reply… Markdown, **bold**, `code`, > quotes'
                : 'A reply reopens it…'
          }
          autosize
          minRows={3}
          maxRows={18}
          maxLength={100_000}
          value={body}
          onChange={({ currentTarget: { value, selectionStart } }) => {
            change(() => ({ body: value }));
            setCaret(selectionStart);
          }}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
          onKeyDown={press}
          onPaste={paste}
          onDrop={drop}
        />
      )}
      <NameSuggestions names={names} onChoose={name} />
      <div className={classes['foot']}>
        <EvidenceFiles accountId={accountId} attached={draft} onChange={change} onChoose={choose} />
        <Group gap="xs" justify="end">
          {isWaiting && (
            <span className={classes['waiting']} role={isHeldBack ? 'alert' : undefined}>
              {isHeldBack ? 'Not sent: its files are still on their way.' : 'Its files are on their way.'}
            </span>
          )}
          <span className={classes['keys']}>
            <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">Enter</Kbd>
          </span>
          {mayChange && !isInternal && isOpen && side === 'provider' && (
            <Button
              variant="default"
              disabled={isEmpty || isWaiting}
              leftSection={<IconHourglass size={15} aria-hidden />}
              onClick={() => send('customer')}
            >
              Reply and wait for the customer
            </Button>
          )}
          <Button
            disabled={isEmpty || isWaiting}
            loading={pending !== undefined}
            leftSection={isInternal ? <IconEyeOff size={15} aria-hidden /> : <IconSend size={15} aria-hidden />}
            onClick={() => send()}
          >
            {says}
          </Button>
        </Group>
      </div>
    </section>
  );
}
