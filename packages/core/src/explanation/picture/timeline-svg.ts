/**
 * A clock as a picture: its time on one axis in the calendar's zone, open time solid, closed hours
 * hatched, pauses dotted, what is late in red, the moments that decided, and how much of the target
 * is used. One self-contained SVG without scripts, laid out in shares of its width: letters keep
 * their size from 340 px on.
 */
import { agreedInstead } from '../../agreed/agreed-instead.ts';
import type { Clock } from '../../deadline/clock.ts';
import type { ClockSegment } from '../../deadline/explain-clock.ts';
import { headline, titleOf } from '../headline.ts';
import { outcomeInWords } from '../outcome-in-words.ts';
import type { View } from '../view.ts';
import { axis } from './axis.ts';
import { framed } from './frame.ts';
import { legend } from './legend.ts';
import { markerLayer } from './marker-layer.ts';
import { markersOf } from './markers.ts';
import { stretchesOf } from './stretches.ts';
import { element, idOf } from './svg.ts';
import { timeScale } from './time-scale.ts';
import { track } from './track.ts';
import { usageBar } from './usage-bar.ts';

const BAR = 30;
const SPACE = 10;
/** A single moment is shown with so much time around it. */
const LEAST_SECONDS = 60;

/** Draws a clock; `segments` are those of `wholeWay`. `id` tells pictures of one page apart, where the clock does not. */
export function timelineSvg(
  clock: Clock,
  segments: readonly ClockSegment[],
  view: View,
  id = idOfClock(clock),
): string {
  const stretches = stretchesOf(clock, segments, view.now);
  const markers = markersOf(clock, view.now);
  const ends = [...stretches.map(({ to }) => to), ...markers.map(({ at }) => at)];
  const to = Math.max(clock.opened + LEAST_SECONDS, ...ends);
  const busy = stretches.filter(({ paint }) => paint !== 'closed');
  const scale = timeScale(clock.opened, to, busy);
  const marked = markerLayer(markers, scale, view, BAR);
  const bar = track(stretches, scale, view, { id, y: marked.height, height: BAR });
  const under = marked.height + BAR;
  const marks = axis(scale, busy.length > 0 ? busy : [scale], view, { top: marked.height, y: under });
  const instead = agreedInTarget(clock, view);
  const usage = usageBar(clock, { id, isAgreed: instead !== undefined, y: under + marks.height + SPACE });
  const legendY = under + marks.height + SPACE + (usage ? usage.height + SPACE - 4 : 0);
  const key = legend(stretches, scale.narrowed > 1.01, { id, y: legendY });
  return framed({
    id,
    title: titleOf(clock, view),
    description: [
      headline(clock, view),
      ...(instead === undefined ? [] : [instead]),
      ...outcomeInWords(clock, segments, view),
    ].join(' '),
    height: legendY + key.height,
    body: [bar, marks.svg, marked.svg, usage?.svg ?? '', element('g', {}, key.svg)].join(''),
  });
}

/** What the contract agreed instead of the description's target, where the clock aims at that. */
function agreedInTarget(clock: Clock, { agreed, zone }: View): string | undefined {
  const target = clock.targets.at(-1) ?? agreed;
  return agreed && target && agreedInstead(agreed, target, zone);
}

function idOfClock({ promise, subject, cycle, turn }: Clock): string {
  return idOf([promise, subject, cycle, turn].join('\u0000'));
}
