import { visibleText } from '../../platform/visible-text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text of a description inside a page, in an element or in a quoted attribute. Characters that nobody
 * sees but that change how a line reads (CVE-2021-42574) are shown by their code: what is signed is what stands there.
 */
export function escapeHtml(text: string): string {
  return text
    .split(/\r?\n/)
    .map(visibleText)
    .join('\n')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A text as a CSS string; everything but letters, digits and spaces by its code, so that no style ends early. */
export function cssString(text: string): string {
  return `"${visibleText(text).replace(/[^\p{L}\p{N} .,]/gu, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `)}"`;
}
