/**
 * What each kind of time looks like. The fills are of middle lightness, legible on white and on
 * black alike, and each kind has a texture of its own, so that nothing is said by colour alone.
 * Everything else is drawn in `currentColor`, the colour of the text around.
 */
import { element } from './svg.ts';

export const PAINTS = ['counts', 'late', 'paused', 'closed', 'ahead', 'spare'] as const;
export type Paint = (typeof PAINTS)[number];

export const BLUE = '#3d7fc4';
export const AMBER = '#c08311';
export const RED = '#d8453e';
export const GREEN = '#2f9461';

/** What the legend calls them. */
export const PAINT_NAMES: Readonly<Record<Paint, string>> = {
  counts: 'counted',
  ahead: 'to come',
  closed: 'closed',
  paused: 'paused',
  late: 'late',
  spare: 'not needed',
};

/** The fill of a kind of time in the picture with this id. */
export function fillOf(paint: Paint, id: string): string {
  return paint === 'counts' ? BLUE : `url(#${id}-${paint})`;
}

/** The textures; ids are global in a page, so each picture brings its own. */
export function textures(id: string): string {
  const stroke = { fill: 'none', 'stroke-width': 1.5 };
  const pattern = (paint: Paint, size: number, ...children: string[]) =>
    element(
      'pattern',
      { id: `${id}-${paint}`, width: size, height: size, patternUnits: 'userSpaceOnUse' },
      ...children,
    );
  const whole = (size: number, fill: string, opacity: number) =>
    element('rect', { width: size, height: size, fill, 'fill-opacity': opacity });
  const up = (size: number) => `M-1,1 l2,-2 M0,${size} L${size},0 M${size - 1},${size + 1} l2,-2`;
  const down = (size: number) => `M-1,${size - 1} l2,2 M0,0 L${size},${size} M${size - 1},-1 l2,2`;
  return element(
    'defs',
    {},
    pattern('ahead', 8, whole(8, BLUE, 0.3)),
    pattern('spare', 8, whole(8, BLUE, 0.12)),
    pattern(
      'closed',
      7,
      whole(7, 'currentColor', 0.04),
      element('path', { d: up(7), ...stroke, 'stroke-width': 1, stroke: 'currentColor', 'stroke-opacity': 0.32 }),
    ),
    pattern('paused', 6, whole(6, AMBER, 0.3), element('circle', { cx: 3, cy: 3, r: 1.5, fill: AMBER })),
    pattern(
      'late',
      8,
      whole(8, RED, 1),
      element('path', { d: down(8), ...stroke, stroke: '#ffffff', 'stroke-opacity': 0.6 }),
    ),
  );
}
