/** Drafts in this browser's storage, which may be full or forbidden. */
import type { UploadedFile } from '../../api/upload-file.ts';
import type { Upload } from '../../ledger/record/attach-files.ts';
import { withoutPicture } from '../message/inline-picture.ts';

export type Written = { readonly body: string; readonly files: readonly UploadedFile[] };

export type Draft = Written & {
  /** Files on their way to it, and those that did not arrive. */
  readonly uploads: readonly Upload[];
  /** On its way to the server; it comes back if the server does not take it. */
  readonly sending?: Written | undefined;
};

/** Before a reply and a note had drafts of their own, one draft said which of them it was. */
type Kept = Partial<Draft> & { readonly isInternal?: boolean };

/** What is kept under the key, if anything. */
export function keptDraft(key: string): Draft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? movedHere(key)) as Kept;
    const { body = '', files = [], uploads = [], sending } = kept;
    return { body: lacking(uploads).reduce(withoutPicture, body), files, uploads: uploads.map(given), sending };
  } catch {
    return undefined;
  }
}

/** Keeps it; a draft that is undefined is forgotten. */
export function keepDraft(key: string, draft: Draft | undefined): void {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    // Full or forbidden: the memory has it.
  }
}

function lacking(uploads: readonly Upload[]): readonly string[] {
  return uploads.filter(({ failed }) => failed === undefined).map(({ name }) => name);
}

/** An upload ends with its page. */
function given({ name, failed = 'The page was left before it had arrived.' }: Upload): Upload {
  return { name, failed };
}

/** Moves a draft that was kept as the only one of its ticket to what it is: a reply or a note. */
function movedHere(key: string): string {
  const [, former = '', audience] = /^(.*)\.(shared|internal)$/.exec(key) ?? [];
  const text = localStorage.getItem(former) ?? 'null';
  const { isInternal = false } = JSON.parse(text) as Kept;
  if (isInternal !== (audience === 'internal')) throw new Error('It is the other one.');
  localStorage.setItem(key, text);
  localStorage.removeItem(former);
  return text;
}
