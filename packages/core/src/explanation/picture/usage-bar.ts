/** How much of the target is used: a bar with a line where it ends, and what is beyond in red. */
import type { Clock } from '../../deadline/clock.ts';
import { fillOf } from './paint.ts';
import { shortDuration } from './short-duration.ts';
import { element, label, percent } from './svg.ts';
import { FONT_SIZE } from './text-width.ts';

/** Undefined for clocks of which there is nothing to measure. */
export function usageBar(
  clock: Clock,
  { id, y, isAgreed }: { readonly id: string; readonly y: number; readonly isAgreed: boolean },
): { svg: string; height: number } | undefined {
  const usage = usageOf(clock);
  if (!usage) return undefined;
  const { used, promised, said, left } = usage;
  const whole = Math.max(used, promised, 1);
  const bar = { y: y + FONT_SIZE + 5, height: 10 };
  const isLate = clock.state === 'breached';
  const svg = [
    label({ x: '0%', y: y + FONT_SIZE - 2 }, isAgreed ? `${said} agreed` : said),
    label({ x: '100%', y: y + FONT_SIZE - 2, 'text-anchor': 'end' }, left),
    element('rect', {
      x: '0%',
      width: percent(promised / whole),
      ...bar,
      fill: fillOf(clock.metAt === undefined && clock.endedAt === undefined ? 'ahead' : 'spare', id),
    }),
    element('rect', { x: '0%', width: percent(Math.min(used, promised) / whole), ...bar, fill: fillOf('counts', id) }),
    used > promised
      ? element('rect', {
          x: percent(promised / whole),
          width: percent((used - promised) / whole),
          ...bar,
          fill: fillOf(isLate ? 'late' : 'counts', id),
        })
      : '',
    element('line', {
      x1: percent(promised / whole),
      x2: percent(promised / whole),
      y1: bar.y - 2,
      y2: bar.y + bar.height + 2,
      stroke: 'currentColor',
      'stroke-width': 2,
    }),
  ];
  return { svg: svg.join(''), height: FONT_SIZE + 19 };
}

type Usage = { readonly used: number; readonly promised: number; readonly said: string; readonly left: string };

function usageOf(clock: Clock): Usage | undefined {
  const { tally } = clock;
  if (tally) {
    const promised = tally.most ?? tally.least;
    if (promised === undefined) return undefined;
    const say = (value: number) => (tally.unit === 'seconds' ? shortDuration(value) : String(value));
    const least = tally.least !== undefined && tally.least !== tally.most;
    return {
      used: Math.max(0, tally.counted),
      promised,
      said: `${say(tally.counted)} of ${least ? `${tally.least}${tally.most === undefined ? ' or more' : ` to ${tally.most}`}` : say(promised)}`,
      left: '',
    };
  }
  const target = clock.targets.at(-1);
  if (!target || clock.elapsed === undefined) return undefined;
  const spare = target.seconds - clock.elapsed;
  const left = spare < 0 ? `${shortDuration(-spare)} over` : `${shortDuration(spare)} ${spareName(clock)}`;
  return {
    used: clock.elapsed,
    promised: target.seconds,
    said: `${shortDuration(clock.elapsed)} of ${shortDuration(target.seconds)}`,
    left,
  };
}

function spareName({ metAt, endedAt }: Clock): string {
  if (metAt !== undefined) return 'to spare';
  return endedAt === undefined ? 'left' : 'not used';
}
