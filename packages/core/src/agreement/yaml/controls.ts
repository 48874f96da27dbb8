/** Characters that no YAML text has, and that the parser would take as they come. */
import type { Diagnostic } from '../diagnostics.ts';
import { placeIn } from './place-in.ts';
import { refusedFile } from './refused-file.ts';

/** All but tab, line feed and carriage return (YAML 1.2, production 1); halves of surrogate pairs are none either. */
const CONTROL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Characters that nobody sees and that change what a line seems to say (CVE-2021-42574). A description is signed: what
 * people read in it is what it means.
 */
const UNSEEN = /[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

/** Refuses the first such character; NUL is what UTF-16 looks like to a program that reads UTF-8. */
export function refuseControls(text: string): Diagnostic | undefined {
  const found = CONTROL.exec(text);
  if (!found) return refuseUnseen(text);
  const code = found[0].charCodeAt(0);
  const sentence = `the character ${codePoint(code)} is no text${code === 0 ? '; the file is perhaps UTF-16' : ''}`;
  const { at, source } = placeIn(text, found.index);
  return refusedFile('file.encoding', sentence, at, source);
}

function refuseUnseen(text: string): Diagnostic | undefined {
  const sentence = unseenIn(text);
  if (sentence === undefined) return undefined;
  const { at, source } = placeIn(text, text.search(UNSEEN));
  return refusedFile('file.encoding', sentence, at, source);
}

/** The sentence about the first unseen character of a text, which may have come there by an escape such as "\\u202e". */
export function unseenIn(text: string): string | undefined {
  const found = UNSEEN.exec(text);
  return found
    ? `the character ${codePoint(found[0].charCodeAt(0))} is not seen, and changes how a line reads`
    : undefined;
}

function codePoint(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
