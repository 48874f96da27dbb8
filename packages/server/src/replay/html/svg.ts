/** Small pieces of SVG. Sideways everything is laid out in shares of the width, so letters keep their size at any width. */
import { escapeHtml } from '../../platform/escape-html.ts';

/** A share of the width as an attribute's value. */
function across(part: number): string {
  return `${Math.round(part * 10_000) / 100}%`;
}

export function rect(className: string, x: number, y: number, width: number, height: number, title = ''): string {
  const inner = title === '' ? '' : `<title>${escapeHtml(title)}</title>`;
  return `<rect class="${className}" x="${across(x)}" y="${round(y)}" width="${across(width)}" height="${round(height)}">${inner}</rect>`;
}

export function line(className: string, x1: number, y1: number, x2: number, y2: number): string {
  return `<line class="${className}" x1="${across(x1)}" y1="${round(y1)}" x2="${across(x2)}" y2="${round(y2)}"/>`;
}

export type Anchor = 'start' | 'middle' | 'end';

export function label(text: string, x: number, y: number, className = '', anchor: Anchor = 'middle'): string {
  const named = className === '' ? '' : ` class="${className}"`;
  return `<text${named} x="${across(x)}" y="${round(y)}" text-anchor="${anchor}">${escapeHtml(text)}</text>`;
}

/** A picture with a name for those who do not see it. */
export function picture(title: string, height: number, body: string): string {
  return `<svg class="c" role="img" aria-label="${escapeHtml(title)}" height="${round(height)}">${body}</svg>`;
}

/** Met, missed and the rest beside each other; `scale` is the length of the whole. */
export function stackedBar(
  title: string,
  parts: readonly (readonly [className: string, count: number])[],
  scale: number,
  height = 12,
): string {
  let x = 0;
  const drawn = [rect('track', 0, height / 2 - 0.5, 1, 1)];
  for (const [className, count] of parts) {
    const width = scale === 0 ? 0 : count / scale;
    if (count > 0) drawn.push(rect(className, x, 0, Math.max(width, 0.006), height));
    x += width;
  }
  return picture(title, height, drawn.join(''));
}

/** Patterns that all pictures of the page share. */
export const PATTERNS = `<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs><pattern id="closed" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--ground)"/><rect width="1.4" height="5" fill="var(--closed)"/></pattern><pattern id="waits" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="var(--ground)"/><circle cx="2.5" cy="2.5" r="1.1" fill="var(--warn)"/></pattern></defs></svg>`;

/** What the colours mean. */
export function key(entries: readonly (readonly [className: string, text: string])[]): string {
  const items = entries.map(
    ([className, text]) =>
      `<li><svg class="c" aria-hidden="true"><rect class="${className}" width="100%" height="100%"/></svg>${escapeHtml(text)}</li>`,
  );
  return `<ul class="key">${items.join('')}</ul>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
