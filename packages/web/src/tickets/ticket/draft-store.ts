/**
 * What somebody wrote on a ticket and has not sent. It outlives a reload, a crash and another day: it is kept in this browser,
 * by ticket and person, until it is sent or emptied. The memory is first, because storage may be full or forbidden.
 */
import { useSyncExternalStore } from 'react';
import { DRAFTS } from '../../api/drafts-of-browser.ts';
import type { UploadedFile } from '../../api/upload-file.ts';

export type Written = {
  readonly body: string;
  readonly isInternal: boolean;
  readonly files: readonly UploadedFile[];
};

export type Draft = Written & {
  /** On its way to the server; it comes back if the server does not take it. */
  readonly sending?: Written | undefined;
};

const EMPTY: Draft = { body: '', isInternal: false, files: [] };
const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();

/** The key of a draft: of this person, for this ticket or form. */
export function draftKey(personId: string, subject: string): string {
  return `${DRAFTS}${personId}.${subject}`;
}

/** The draft, as it changes. */
export function useDraft(key: string): Draft {
  return useSyncExternalStore(subscribe, () => draftOf(key));
}

/** What is kept under the key; empty where nothing is. */
function draftOf(key: string): Draft {
  const known = drafts.get(key) ?? stored(key);
  drafts.set(key, known);
  return known;
}

/** Changes the draft from what it is at that moment. */
export function changeDraft(key: string, change: (draft: Draft) => Partial<Draft>): void {
  const now = draftOf(key);
  const next = { ...now, ...change(now) };
  drafts.set(key, next);
  const isEmpty = next.body === '' && next.files.length === 0 && !next.sending;
  try {
    if (isEmpty) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(next));
  } catch {
    // Full or forbidden: the memory has it.
  }
  for (const listener of listeners) listener();
}

/** It was sent, all of it. */
export function forgetDraft(key: string): void {
  changeDraft(key, () => EMPTY);
}

/** It goes out now; meanwhile one can write on. */
export function beginSending(key: string): void {
  changeDraft(key, ({ body, isInternal, files }) => ({ ...EMPTY, isInternal, sending: { body, isInternal, files } }));
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
  return { ...sending, body: joined, files: [...sending.files, ...files], sending: undefined };
}

function stored(key: string): Draft {
  try {
    const text = localStorage.getItem(key);
    // Something on its way when the page went down may never have arrived: rather twice than never.
    return text === null ? EMPTY : takenBack({ ...EMPTY, ...(JSON.parse(text) as Partial<Draft>) });
  } catch {
    return EMPTY;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
