/** The markers above a bar, each with its line and its label. */
import { shapeOf } from './marker-shape.ts';
import { BLUE } from './paint.ts';
import { markerText, type Marker } from './markers.ts';
import { placeLabels } from './place-labels.ts';
import { element, label, percent } from './svg.ts';
import { FONT_SIZE } from './text-width.ts';
import type { TimeScale } from './time-scale.ts';
import type { View } from '../view.ts';

const ROW = FONT_SIZE + 4;

/** The labels in their rows; the bar stands below `height` and is `bar` high. */
export function markerLayer(
  markers: readonly Marker[],
  scale: TimeScale,
  view: View,
  bar: number,
): { svg: string; height: number } {
  const placed = placeLabels(
    markers.map((marker) => ({ marker, place: scale.at(marker.at), text: markerText(marker, view, scale) })),
  );
  const rows = Math.max(0, ...placed.map(({ row }) => row)) + 1;
  const height = rows * ROW + 6;
  const svg = placed.map(({ item, row, anchor }) => {
    const y = (rows - row) * ROW - 4;
    const x = percent(item.place);
    const line = element('line', {
      x1: x,
      x2: x,
      y1: y - FONT_SIZE + 3,
      y2: height + bar,
      stroke: strokeOf(item.marker),
      'stroke-width': 1.5,
      'stroke-dasharray': item.marker.name === 'now' ? '3 2' : undefined,
    });
    const text = label({ x, y, dx: anchor === 'start' ? 5 : -5, 'text-anchor': anchor }, item.text);
    return `${line}${text}${element('svg', { x, y: height, overflow: 'visible' }, shapeOf(item.marker))}`;
  });
  return { svg: svg.join(''), height };
}

/** A line through a blue bar must not be blue. */
function strokeOf({ colour }: Marker): string {
  return colour === BLUE ? 'currentColor' : colour;
}
