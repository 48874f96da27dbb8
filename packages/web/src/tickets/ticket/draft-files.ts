/** Files of a draft. They arrive in it also where its page is gone by then. */
import { attachFiles, type Begun } from '../../ledger/record/attach-files.ts';
import { isNamedIn, isPicture, pictureMark, withoutPicture, withPictures } from '../message/inline-picture.ts';
import { changeDraft, draftOf } from './draft-store.ts';

/** Attaches files; none of them stands in the text. */
export function attachToDraft(accountId: string, key: string, chosen: readonly File[]): readonly Begun[] {
  const draft = draftOf(key);
  const isQuoted = (name: string) => isNamedIn(draft.body, name);
  return attachFiles(accountId, chosen, draft, (by) => changeDraft(key, by), isQuoted);
}

/** Attaches files, and puts pictures into the text in place of what is selected. Gives where the caret goes. */
export function putIntoDraft(
  accountId: string,
  key: string,
  chosen: readonly File[],
  selected: readonly [start: number, end: number],
): number {
  const begun = attachToDraft(accountId, key, chosen).filter(({ file }) => isPicture(file.type));
  const names = begun.map(({ name }) => name);
  const { body, caret } = withPictures(draftOf(key).body, selected, names);
  changeDraft(key, () => ({ body }));
  for (const { name, arrives } of begun)
    void arrives.then((uploaded) =>
      changeDraft(key, (now) => ({
        // The server looks at the bytes, and names what it cannot keep by another name.
        body:
          uploaded && isPicture(uploaded.mediaType)
            ? now.body.replace(pictureMark(name), () => pictureMark(uploaded.name))
            : withoutPicture(now.body, name),
      })),
    );
  return caret;
}
