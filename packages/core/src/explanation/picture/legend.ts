/** What the textures mean: only those that are in the picture. */
import { fillOf, PAINT_NAMES, PAINTS, type Paint } from './paint.ts';
import { element, label } from './svg.ts';
import { FONT_SIZE, LEAST_WIDTH, widthOfText } from './text-width.ts';
import type { PaintedStretch } from './stretches.ts';

const SWATCH = 14;
const ROW = FONT_SIZE + 6;

/** In rows that fit into the narrowest picture. `narrowed`: closed time is drawn narrower than the rest. */
export function legend(
  stretches: readonly PaintedStretch[],
  narrowed: boolean,
  { id, y }: { id: string; y: number },
): { svg: string; height: number } {
  const shown = PAINTS.filter((paint) => stretches.some((stretch) => stretch.paint === paint));
  let x = 0;
  let row = 0;
  const items = shown.map((paint) => {
    const text = paint === 'closed' && narrowed ? 'closed (narrowed)' : PAINT_NAMES[paint];
    const width = SWATCH + 5 + widthOfText(text);
    if (x > 0 && x + width > LEAST_WIDTH) {
      x = 0;
      row += 1;
    }
    const item = entry(paint, text, { id, x, y: y + row * ROW });
    x += width + 12;
    return item;
  });
  return { svg: items.join(''), height: items.length === 0 ? 0 : (row + 1) * ROW };
}

function entry(paint: Paint, text: string, { id, x, y }: { id: string; x: number; y: number }): string {
  const swatch = element('rect', {
    x,
    y: y + 1,
    width: SWATCH,
    height: FONT_SIZE - 1,
    fill: fillOf(paint, id),
    stroke: 'currentColor',
    'stroke-opacity': 0.35,
  });
  return `${swatch}${label({ x: x + SWATCH + 5, y: y + FONT_SIZE - 2, 'fill-opacity': 0.9 }, text)}`;
}
