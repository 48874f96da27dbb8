/** The bar of time itself: each stretch in its texture, named where there is room. */
import type { View } from '../view.ts';
import { tableOf } from '../view.ts';
import { rangeInWords, yearOf } from '../local-time.ts';
import { fillOf, type Paint } from './paint.ts';
import { joinNarrow, type PaintedStretch } from './stretches.ts';
import { element, escaped, label, percent } from './svg.ts';
import { FONT_SIZE, fitted, shareOfText } from './text-width.ts';
import type { TimeScale } from './time-scale.ts';

/** Narrower than this nothing would be seen. */
const LEAST_SHARE = 0.004;
const ORDER: readonly Paint[] = ['closed', 'spare', 'ahead', 'counts', 'paused', 'late'];

/** The stretches between `y` and `y + height`; what matters most is drawn last. */
export function track(
  stretches: readonly PaintedStretch[],
  scale: TimeScale,
  view: View,
  { id, y, height }: { id: string; y: number; height: number },
): string {
  const zone = tableOf(view);
  const shareOf = ({ from, to }: { from: number; to: number }) => scale.at(to) - scale.at(from);
  const shown = joinNarrow(stretches, shareOf).toSorted((a, b) => ORDER.indexOf(a.paint) - ORDER.indexOf(b.paint));
  const bars = shown.map((stretch) => {
    const x = Math.min(scale.at(stretch.from), 1 - LEAST_SHARE);
    const width = Math.max(LEAST_SHARE, shareOf(stretch));
    const tip = `${rangeInWords(zone, stretch.from, stretch.to, yearOf(zone, scale.from))}: ${stretch.paint === 'closed' ? '' : `${stretch.paint}, `}${stretch.cause}`;
    return element(
      'rect',
      { x: percent(x), y, width: percent(width), height, fill: fillOf(stretch.paint, id) },
      `<title>${escaped(tip)}</title>`,
    );
  });
  const frame = element('rect', {
    x: '0%',
    y,
    width: '100%',
    height,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-opacity': 0.35,
  });
  return `${bars.join('')}${frame}${namesOf(stretches, scale, { y, height })}`;
}

/** Names that fit stand in the middle; one that fits into a wide picture only is cut off in a narrow one. */
function namesOf(
  stretches: readonly PaintedStretch[],
  scale: TimeScale,
  { y, height }: { y: number; height: number },
): string {
  const baseline = height / 2 + FONT_SIZE / 2 - 2;
  return stretches
    .map(({ from, to, paint, cause }) => {
      const name = paint === 'closed' ? closedName(cause) : '';
      const [begin, share] = [scale.at(from), scale.at(to) - scale.at(from)];
      if (name === '' || shareOfText(name.slice(0, 3)) > share) return '';
      if (shareOfText(name) <= share - 0.01)
        return label({ x: percent(begin + share / 2), y: y + baseline, 'text-anchor': 'middle' }, name);
      const shown = fitted(name, share * WIDENING - 0.02);
      return element(
        'svg',
        { x: percent(begin), y, width: percent(share), height, overflow: 'hidden' },
        shown === '' ? '' : label({ x: 4, y: baseline }, shown),
      );
    })
    .join('');
}

/** How much wider than the narrowest a picture usually is. */
const WIDENING = 2;

/** "Christmas Day" of a holiday, "Sat" of a day of rest; nothing of the hours around business. */
function closedName(cause: string): string {
  const holiday = /^holiday: (.*?)(?: \([^()]*\))?$/.exec(cause) ?? /^closed: exception \((.*)\)$/.exec(cause);
  if (holiday) return holiday[1] ?? '';
  const weekday = /^closed: no hours on (\w{3})/.exec(cause);
  return weekday?.[1] ?? '';
}
