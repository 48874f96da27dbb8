/** The signs of moments: told apart by their form, not only by colour. */
import type { Marker } from './markers.ts';
import { GREEN, RED } from './paint.ts';
import { element } from './svg.ts';

/** The sign of a marker, around the point 0,0; none for a plain line. */
export function shapeOf({ shape, colour }: Marker): string {
  const rim = { fill: colour, stroke: 'currentColor', 'stroke-width': 1 };
  switch (shape) {
    case 'dot':
      return element('circle', { r: 4, ...rim });
    case 'diamond':
      return element('path', { d: 'M0,-5 L5,0 L0,5 L-5,0 Z', ...rim });
    case 'flag':
      return element('path', { d: 'M-5,-6 L5,-6 L0,2 Z', ...rim });
    case 'tick':
      return `${element('circle', { r: 6, fill: GREEN })}${element('path', { d: 'M-3,0 L-1,2.5 L3,-2.5', fill: 'none', stroke: '#ffffff', 'stroke-width': 1.6 })}`;
    case 'cross':
      return `${element('circle', { r: 6, fill: RED })}${element('path', { d: 'M-2.5,-2.5 L2.5,2.5 M2.5,-2.5 L-2.5,2.5', stroke: '#ffffff', 'stroke-width': 1.6 })}`;
    case 'line':
      return '';
  }
}
