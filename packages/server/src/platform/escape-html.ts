import { visibleText } from './visible-text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text of a description or a log inside a page, in an element or in a quoted attribute: never markup. Characters that
 * nobody sees but that change how a line reads (CVE-2021-42574) are shown by their code: what is signed is what stands
 * there. Line ends stay.
 */
export function escapeHtml(text: string): string {
  return text
    .split(/\r?\n/)
    .map(visibleText)
    .join('\n')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
