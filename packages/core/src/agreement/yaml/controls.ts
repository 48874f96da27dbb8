/** Characters that no YAML text has, and that the parser would take as they come. */
import type { Diagnostic } from '../diagnostics.ts';
import { placeIn } from './place-in.ts';
import { refusedFile } from './refused-file.ts';

/** All but tab, line feed and carriage return (YAML 1.2, production 1); halves of surrogate pairs are none either. */
const CONTROL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Refuses the first such character; NUL is what UTF-16 looks like to a program that reads UTF-8. */
export function refuseControls(text: string): Diagnostic | undefined {
  const found = CONTROL.exec(text);
  if (!found) return undefined;
  const code = found[0].charCodeAt(0);
  const sentence = `the character U+${code.toString(16).toUpperCase().padStart(4, '0')} is no text${code === 0 ? '; the file is perhaps UTF-16' : ''}`;
  const { at, source } = placeIn(text, found.index);
  return refusedFile('file.encoding', sentence, at, source);
}
