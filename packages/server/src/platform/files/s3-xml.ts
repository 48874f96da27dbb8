const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The texts of all elements of this name, in order. Enough for the answers of S3, which are flat, have no attributes on
 * what is read here, and come from the operator's own store.
 */
export function xmlTexts(xml: string, element: string): readonly string[] {
  const found = xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'));
  return Array.from(found, ([, text = '']) => text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, unescaped));
}

/** The text of the first element of this name. */
export function xmlText(xml: string, element: string): string | undefined {
  return xmlTexts(xml, element)[0];
}

function unescaped(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? whole;
  return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
}
