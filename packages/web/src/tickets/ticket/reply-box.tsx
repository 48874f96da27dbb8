import { Button, Group, Kbd, SegmentedControl, Textarea } from '@mantine/core';
import { IconEyeOff, IconHourglass, IconSend } from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import { uploadFile, type UploadedFile } from '../../api/upload-file.ts';
import { tellUndone } from '../../api/tell-failure.ts';
import { EvidenceFiles } from '../../ledger/record/evidence-files.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { isPicture } from '../message/message-files.tsx';
import { MessageText } from '../message/message-text.tsx';
import { namedAt, suggested, withName } from '../company/mention.ts';
import { NameSuggestions } from '../company/name-suggestions.tsx';
import type { Ticket } from '../ticket.ts';
import type { Audience, Draft } from './draft-store.ts';
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
  const { audience, draft, change, send, error, pending, mentionable } = reply;
  const { body, files } = draft;
  const isInternal = audience === 'internal';
  const [isPreview, setPreview] = useState(false);
  const [caret, setCaret] = useState(0);
  const typed = namedAt(body, caret);
  const names = typed === undefined ? [] : suggested(typed, mentionable);
  const name = (chosen: string) => {
    const next = withName(body, caret, chosen);
    change(() => ({ body: next.body }));
    setCaret(next.caret);
    // After React wrote the text.
    requestAnimationFrame(() => field.current?.setSelectionRange(next.caret, next.caret));
  };
  const isOpen = state === 'open';
  const isEmpty = body.trim() === '';
  const says = isInternal ? 'Add the note' : 'Send the reply';
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
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
  const attach = (list: FileList): boolean => {
    for (const file of list)
      void uploadFile(accountId, file).then(
        (uploaded) => change((now) => withFile(now, uploaded)),
        (failure: Error) => tellUndone(failure, `Attach ${file.name}`),
      );
    return list.length > 0;
  };
  const paste = (event: ClipboardEvent) => {
    // Text that is copied from a page or a sheet brings a picture of itself along.
    if (event.clipboardData.types.includes('text/plain')) return;
    if (attach(event.clipboardData.files)) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    if (attach(event.dataTransfer.files)) event.preventDefault();
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
        <EvidenceFiles
          accountId={accountId}
          files={files}
          onFiles={(next) => change((now) => ({ files: next(now.files) }))}
        />
        <Group gap="xs" justify="end">
          <span className={classes['keys']}>
            <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">Enter</Kbd>
          </span>
          {mayChange && !isInternal && isOpen && side === 'provider' && (
            <Button
              variant="default"
              disabled={isEmpty}
              leftSection={<IconHourglass size={15} aria-hidden />}
              onClick={() => send('customer')}
            >
              Reply and wait for the customer
            </Button>
          )}
          <Button
            disabled={isEmpty}
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

/** A picture stands in the text where it was put; anything else only goes along. */
function withFile(draft: Draft, file: UploadedFile): Pick<Draft, 'body' | 'files'> {
  const files = [...draft.files, file];
  if (!isPicture(file.mediaType)) return { body: draft.body, files };
  const gap = draft.body === '' || draft.body.endsWith('\n') ? '' : '\n\n';
  return { body: `${draft.body}${gap}![${file.name}](${encodeURI(file.name)})\n`, files };
}
