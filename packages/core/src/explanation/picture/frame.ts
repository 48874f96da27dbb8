/** The outer SVG: what makes a picture whole wherever it stands. */
import { textures } from './paint.ts';
import { element, escaped } from './svg.ts';
import { FONT_SIZE } from './text-width.ts';

/** The width that a picture asks for; whoever embeds it may give it any other from 340 px on. */
const WIDTH = 700;
const MARGIN = 8;
/** From so many pixels on a picture is wide. */
export const WIDE_WIDTH = 680;
/** What has no room in a narrow picture. Inside a page nobody knows how wide a picture is, and it stays hidden. */
export const ONLY_WIDE = { class: 'wide', display: 'none' } as const;

/**
 * As an image or a file of its own a picture follows the reader's colour scheme; inside a page it
 * takes the colour of the text around it: `:root` is the SVG only in the former case.
 */
const STYLE =
  'svg:root{color-scheme:light dark;color:#1c1c1c}@media (prefers-color-scheme:dark){svg:root{color:#ececec}}' +
  `@media (min-width:${WIDE_WIDTH}px){svg:root .wide{display:inline}}`;

export type Framed = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly height: number;
  readonly body: string;
};

/** A picture with its name, its description and its textures. */
export function framed({ id, title, description, height, body }: Framed): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: WIDTH,
      height: height + 2 * MARGIN,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-description`,
      'font-family': "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif",
      'font-size': FONT_SIZE,
      fill: 'currentColor',
    },
    `<title id="${id}-title">${escaped(title)}</title>`,
    `<desc id="${id}-description">${escaped(description)}</desc>`,
    `<style>${STYLE}</style>`,
    textures(id),
    element('svg', { x: '1.5%', y: MARGIN, width: '97%', height, overflow: 'visible' }, body),
  );
}
