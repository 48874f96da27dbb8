/**
 * SVG as text. Whatever a description or a journal says goes through `escaped`, so that a name can
 * neither leave its text nor make the file unreadable: characters that XML 1.0 forbids are replaced,
 * and direction overrides, which would show a label in another order than it is written, left out.
 */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const DIRECTION = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text that can stand in an element or in a quoted attribute. */
export function escaped(text: string): string {
  return text
    .replace(FORBIDDEN, '\ufffd')
    .replace(DIRECTION, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** An element with children that are SVG already; attributes without a value are left out. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escaped(String(value))}"`,
  );
  const content = children.join('');
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

/** A text element. */
export function label(attributes: Attributes, text: string): string {
  return element('text', attributes, escaped(text));
}

/** A share of the width: 0.5 → "50%". Pictures are laid out in shares, so that letters keep their size. */
export function percent(share: number): string {
  return `${Math.round(share * 100_000) / 1000}%`;
}

/** What can stand in an id, and differs where the texts differ. */
export function idOf(text: string): string {
  let hash = 0x811c9dc5; // FNV-1a: short, and the same everywhere
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `tamarack-${hash.toString(36)}`;
}
