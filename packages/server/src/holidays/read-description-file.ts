import { type Diagnostic, MAX_CHARACTERS, readDescription, type ReadyDescription, refusedFile } from '@tamarack/core';
import { readInput } from '../platform/read-input.ts';
import { listsFor } from './read-description-text.ts';

/** A description's file after reading, or the sentence that says why it cannot be opened. */
export type DescriptionFile =
  | {
      readonly ok: true;
      /** There where no finding is an error. */
      readonly ready: ReadyDescription | undefined;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly sentence: string };

/** A UTF-16 unit is at most three bytes of UTF-8; whatever is larger has more characters than core reads. */
const MAX_BYTES = 3 * MAX_CHARACTERS;

/** Reads a description from a file, or from standard input for `-`. Holidays are loaded where the text asks for them. */
export async function readDescriptionFile(path: string): Promise<DescriptionFile> {
  const input = await readInput(path, { maxBytes: MAX_BYTES });
  if (input.ok) return { ok: true, ...readDescription(input.text, await listsFor(input.text)) };
  switch (input.because) {
    case 'unreadable':
      return { ok: false, sentence: input.sentence };
    case 'too-large':
      return refused(refusedFile('file.too-large', input.sentence));
    case 'encoding': {
      const { line, column, source } = input;
      return refused(refusedFile('file.encoding', input.sentence, { line, column }, source));
    }
  }
}

function refused(diagnostic: Diagnostic): DescriptionFile {
  return { ok: true, ready: undefined, diagnostics: [diagnostic] };
}
