/**
 * What somebody wrote and has not sent. It outlives a reload, a crash and another day: it is kept in this browser, by person and
 * by what it is for, until it is sent or emptied. The memory is first, because storage may be full or forbidden.
 */
import { useSyncExternalStore } from 'react';
import { DRAFTS } from '../../api/drafts-of-browser.ts';
import { type Draft, keepDraft, keptDraft } from './kept-drafts.ts';

/** Whom a message on a ticket is for: all, or colleagues only. */
export type Audience = 'shared' | 'internal';

const EMPTY: Draft = { body: '', files: [], uploads: [] };
const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();

/** The key of a draft: of this person, for this form. */
export function draftKey(personId: string, subject: string): string {
  return `${DRAFTS}${personId}.${subject}`;
}

/** A reply and an internal note have a key each: what is for colleagues must never become what the customer gets. */
export function messageKey(personId: string, ticketId: string, audience: Audience): string {
  return draftKey(personId, `${ticketId}.${audience}`);
}

/** The draft, as it changes. */
export function useDraft(key: string): Draft {
  return useSyncExternalStore(subscribe, () => draftOf(key));
}

/** What is kept under the key; empty where nothing is. */
export function draftOf(key: string): Draft {
  // Something on its way when the page went down may never have arrived: rather twice than never.
  const known = drafts.get(key) ?? takenBack(keptDraft(key) ?? EMPTY);
  drafts.set(key, known);
  return known;
}

/** Whether there is anything that would be lost without the draft. */
export function isUnsent({ body, files, uploads, sending }: Draft): boolean {
  return body !== '' || files.length > 0 || uploads.length > 0 || sending !== undefined;
}

/** For whom somebody who comes to a ticket writes on: a note that waits alone is what they came back to. */
export function audienceBegun(personId: string, ticketId: string): Audience {
  const [reply, note] = [
    draftOf(messageKey(personId, ticketId, 'shared')),
    draftOf(messageKey(personId, ticketId, 'internal')),
  ];
  return isUnsent(note) && !isUnsent(reply) ? 'internal' : 'shared';
}

/** Changes the draft from what it is at that moment. */
export function changeDraft(key: string, change: (draft: Draft) => Partial<Draft>): void {
  const now = draftOf(key);
  const next = { ...now, ...change(now) };
  drafts.set(key, next);
  keepDraft(key, isUnsent(next) ? next : undefined);
  for (const listener of listeners) listener();
}

/** It was sent, all of it. */
export function forgetDraft(key: string): void {
  changeDraft(key, () => EMPTY);
}

/** It goes out now; meanwhile one can write on. */
export function beginSending(key: string): void {
  changeDraft(key, ({ body, files }) => ({ ...EMPTY, sending: { body, files } }));
}

/** The server has it. */
export function endSending(key: string): void {
  changeDraft(key, () => ({ sending: undefined }));
}

/** The server did not take it: it stands before what was written since. */
export function takeBack(key: string): void {
  changeDraft(key, takenBack);
}

/** Pure: what was on its way, joined with what was written meanwhile. */
export function takenBack(draft: Draft): Draft {
  const { body, files, sending } = draft;
  if (!sending) return draft;
  const joined = body.trim() === '' ? sending.body : `${sending.body}\n\n${body}`;
  return { ...draft, body: joined, files: [...sending.files, ...files], sending: undefined };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
