import type { Sends } from '@tamarack/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { mayDo, type Me, useMe } from '../../api/me.ts';
import { isUploading } from '../../ledger/record/attach-files.ts';
import { type Mentionable, mentionsIn } from '../company/mention.ts';
import { useMentionable } from '../company/use-mentionable.ts';
import type { Message } from '../message/message.ts';
import { addToConversation } from '../message/use-conversation.ts';
import type { TicketIds } from '../ticket.ts';
import { type Audience, beginSending, changeDraft, endSending, messageKey, takeBack, useDraft } from './draft-store.ts';
import type { Draft, Written } from './kept-drafts.ts';
import { attachToDraft, putIntoDraft } from './draft-files.ts';
import { useDraftOnServer } from './use-draft-on-server.ts';
import { useTicketCall } from './use-ticket-call.ts';

type Body = Sends<'POST /accounts/:accountId/tickets/:ticketId/messages'>['body'];

export type Reply = {
  readonly audience: Audience;
  readonly draft: Draft;
  readonly mentionable: readonly Mentionable[];
  readonly change: (change: (draft: Draft) => Partial<Draft>) => void;
  readonly attach: (chosen: readonly File[]) => void;
  /** Puts pictures into the text in place of what is selected, and gives where the caret goes. */
  readonly put: (chosen: readonly File[], selected: readonly [start: number, end: number]) => number;
  readonly send: (handTo?: 'customer' | 'provider') => void;
  readonly error: Error | null;
  /** What is under way, as the conversation will show it. */
  readonly pending: Message | undefined;
};

/** A reply, or an internal note: a draft that is kept, and its sending. Until the server has it the draft stays kept. */
export function useReply(ids: TicketIds, audience: Audience): Reply {
  const me = useMe();
  const key = messageKey(me.id, ids.ticketId, audience);
  const draft = useDraft(key);
  const client = useQueryClient();
  const mentionable = useMentionable(ids.accountId, audience === 'internal');
  const post = useTicketCall('POST /accounts/:accountId/tickets/:ticketId/messages', ids, {
    quiet: true,
    onFailed: () => takeBack(key),
    onGiven: (message) => {
      endSending(key);
      addToConversation(client, ids, message);
    },
  });
  const change = useCallback((by: (draft: Draft) => Partial<Draft>) => changeDraft(key, by), [key]);
  const mayWrite = mayDo(me, audience === 'internal' ? 'tickets.work' : 'tickets.reply', ids.accountId);
  useDraftOnServer({ ...ids, audience }, draft, change, mayWrite);
  const attach = (chosen: readonly File[]) => void attachToDraft(ids.accountId, key, chosen);
  const put: Reply['put'] = (chosen, selected) => putIntoDraft(ids.accountId, key, chosen, selected);
  const send = (handTo?: 'customer' | 'provider') => {
    const { body, files } = draft;
    if (body.trim() === '' || draft.sending || isUploading(draft)) return;
    const sent: Body = {
      body,
      audience,
      fileIds: files.map(({ id }) => id),
      mentions: [...mentionsIn(body, mentionable)],
      ...(handTo === undefined ? {} : { handTo }),
    };
    beginSending(key);
    post.mutate({ body: sent });
  };
  const { sending } = draft;
  const { submittedAt, error } = post;
  // The same from letter to letter of what is written meanwhile.
  const pending = useMemo(
    () => sending && pendingMessage(me, audience, sending, submittedAt),
    [me, audience, sending, submittedAt],
  );
  return { audience, draft, mentionable, change, attach, put, send, error, pending };
}

function pendingMessage({ id, name, side }: Me, audience: Audience, sending: Written, submittedAt: number): Message {
  return {
    id: `pending-${audience}`,
    author: { id, name },
    authorSide: side,
    movedTo: null,
    audience,
    body: sending.body,
    at: new Date(submittedAt).toISOString(),
    via: 'web',
    files: [...sending.files],
  };
}
