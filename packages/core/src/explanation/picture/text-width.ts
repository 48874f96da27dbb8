/**
 * How wide a text will be, before there is a font to ask: a little too wide, so that labels keep
 * clear of each other in every one of them.
 */
const NARROW = /[.,:;'’|il! ]/;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[^\u0000-\uffff]/;

/** The narrowest picture, in pixels: what must not collide there collides nowhere. */
export const LEAST_WIDTH = 340;

export const FONT_SIZE = 12;

/** Pixels at the font size of the pictures. */
export function widthOfText(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? FONT_SIZE : NARROW.test(character) ? 4.2 : 7.4;
  return width;
}

/** The share of the narrowest picture that a text takes. */
export function shareOfText(text: string): number {
  return widthOfText(text) / LEAST_WIDTH;
}

/** As much of a text as fits into a share of the width; empty where not even five letters do. */
export function fitted(text: string, share: number): string {
  if (shareOfText(text) <= share) return text;
  let shown = text;
  while (shown.length >= 5) {
    shown = shown.slice(0, -1).trimEnd();
    if (shareOfText(`${shown}…`) <= share) return `${shown}…`;
  }
  return '';
}
