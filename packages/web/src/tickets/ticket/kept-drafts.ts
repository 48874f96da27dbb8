/** Drafts in this browser's storage, which may be full or forbidden. */
import type { UploadedFile } from '../../api/upload-file.ts';

export type Written = { readonly body: string; readonly files: readonly UploadedFile[] };

/** What lies in the storage: also what was on its way when the page went down. */
export type Kept = Written & { readonly sending?: Written | undefined };

/** Before a reply and a note had drafts of their own, one draft said which of them it was. */
type KeptOnce = Partial<Kept> & { readonly isInternal?: boolean };

/** What is kept under the key, if anything. */
export function keptDraft(key: string): Kept | undefined {
  try {
    const { body = '', files = [], sending } = JSON.parse(localStorage.getItem(key) ?? movedHere(key)) as KeptOnce;
    return { body, files, sending };
  } catch {
    return undefined;
  }
}

/** Keeps it; a draft that is undefined is forgotten. */
export function keepDraft(key: string, draft: Kept | undefined): void {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    // Full or forbidden: the memory has it.
  }
}

/** Moves a draft that was kept as the only one of its ticket to what it is: a reply or a note. */
function movedHere(key: string): string {
  const [, former = '', audience] = /^(.*)\.(shared|internal)$/.exec(key) ?? [];
  const text = localStorage.getItem(former) ?? 'null';
  const { isInternal = false } = JSON.parse(text) as KeptOnce;
  if (isInternal !== (audience === 'internal')) throw new Error('It is the other one.');
  localStorage.setItem(key, text);
  localStorage.removeItem(former);
  return text;
}
