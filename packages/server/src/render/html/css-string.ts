import { visibleText } from '../../platform/visible-text.ts';

/** A text as a CSS string; everything but letters, digits and spaces by its code, so that no style ends early. */
export function cssString(text: string): string {
  return `"${visibleText(text).replace(/[^\p{L}\p{N} .,]/gu, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `)}"`;
}
