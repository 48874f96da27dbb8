import type { Sends } from '@tamarack/contract';
import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { mayDo, useMe } from '../../api/me.ts';
import { type Mentionable, mentionsIn } from '../company/mention.ts';
import { useMentionable } from '../company/use-mentionable.ts';
import type { Message } from '../message/message.ts';
import type { TicketIds } from '../ticket.ts';
import { beginSending, changeDraft, type Draft, draftKey, endSending, takeBack, useDraft } from './draft-store.ts';
import { useDraftOnServer } from './use-draft-on-server.ts';
import { useTicketCall } from './use-ticket-call.ts';

type Body = Sends<'POST /accounts/:accountId/tickets/:ticketId/messages'>['body'];

type Pages = InfiniteData<{ readonly rows: readonly Message[] }>;

const MESSAGES = 'GET /accounts/:accountId/tickets/:ticketId/messages';

export type Reply = {
  readonly draft: Draft;
  readonly mentionable: readonly Mentionable[];
  readonly change: (change: (draft: Draft) => Partial<Draft>) => void;
  readonly send: (handTo?: 'customer' | 'provider') => void;
  readonly error: Error | null;
  /** What is under way, as the conversation will show it. */
  readonly pending: Message | undefined;
};

/** The reply box's state: a draft that is kept, and its sending. Until the server has it the draft stays kept. */
export function useReply(ids: TicketIds): Reply {
  const me = useMe();
  const key = draftKey(me.id, ids.ticketId);
  const draft = useDraft(key);
  const client = useQueryClient();
  const mentionable = useMentionable(ids.accountId, draft.isInternal);
  const post = useTicketCall('POST /accounts/:accountId/tickets/:ticketId/messages', ids, {
    quiet: true,
    onFailed: () => takeBack(key),
    onGiven: (message) => {
      endSending(key);
      // In its place at once: between what was pending and what is read again nothing flickers.
      client.setQueriesData<Pages>({ queryKey: [MESSAGES, { params: ids }] }, (pages) => withMessage(pages, message));
    },
  });
  const change = useCallback((by: (draft: Draft) => Partial<Draft>) => changeDraft(key, by), [key]);
  useDraftOnServer(ids, draft, change, mayDo(me, 'tickets.reply', ids.accountId));
  const send = (handTo?: 'customer' | 'provider') => {
    const { body, isInternal, files } = draft;
    if (body.trim() === '' || draft.sending) return;
    const sent: Body = {
      body,
      audience: isInternal ? 'internal' : 'shared',
      fileIds: files.map(({ id }) => id),
      mentions: [...mentionsIn(body, mentionable)],
      ...(handTo === undefined ? {} : { handTo }),
    };
    beginSending(key);
    post.mutate({ body: sent });
  };
  return {
    draft,
    mentionable,
    change,
    send,
    error: post.error,
    pending: draft.sending && {
      id: 'pending',
      author: { id: me.id, name: me.name },
      authorSide: me.side,
      audience: draft.sending.isInternal ? 'internal' : 'shared',
      body: draft.sending.body,
      at: new Date(post.submittedAt).toISOString(),
      via: 'web',
      files: [...draft.sending.files],
    },
  };
}

function withMessage(pages: Pages | undefined, message: Message): Pages | undefined {
  if (!pages) return undefined;
  const isThere = pages.pages.some(({ rows }) => rows.some(({ id }) => id === message.id));
  if (isThere) return pages;
  const last = pages.pages.length - 1;
  return {
    ...pages,
    pages: pages.pages.map((page, at) => (at === last ? { ...page, rows: [...page.rows, message] } : page)),
  };
}
