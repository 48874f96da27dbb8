/**
 * Text of a file, made fit to be shown: escape sequences in it would move a terminal's cursor, change its title or
 * colour a finding away; direction marks would show a line in another order than it is read (CVE-2021-42574).
 */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** Shows every control and direction character as its code, `\u001b`. */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
