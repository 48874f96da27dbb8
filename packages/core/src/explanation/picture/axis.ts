/** The axis under a picture: dates at their midnights, times between them, never one label over another. */
import { civilDate } from '../../calendar/civil-day.ts';
import { localDay } from '../../calendar/zone-table.ts';
import { dayText, dayYearText, monthText, timeText } from '../local-time.ts';
import { tableOf, type View } from '../view.ts';
import { ONLY_WIDE, WIDE_WIDTH } from './frame.ts';
import { type Attributes, element, label, percent } from './svg.ts';
import { FONT_SIZE, LEAST_WIDTH, shareOfText } from './text-width.ts';
import { clockStep, clockTicks, dayTicks, thinnedDays, type DayTick } from './ticks.ts';
import type { Stretch, TimeScale } from './time-scale.ts';

const TICK = 5;
const GAP = 8 / LEAST_WIDTH;
/** Above so much open time hours say nothing any more. */
const MOST_HOURS = 60 * 3600;

/** The marks above and below `y`, and how much room they take below it. `top` is where grid lines begin. */
export function axis(
  scale: TimeScale,
  open: readonly Stretch[],
  view: View,
  { top, y }: { top: number; y: number },
): { svg: string; height: number } {
  const days = dayTicks(tableOf(view), scale);
  const shownDays = thinnedDays(days, (kept) =>
    areApart(
      kept.map(({ at }) => scale.at(at)),
      shareOfText(dayLabel(kept)) + GAP,
    ),
  );
  const hours = hourMarks(scale, open, view);
  const hourRow = hours.labels === '' ? 0 : FONT_SIZE + 4;
  const dates = dateLabels(scale, shownDays, open, view, y + TICK + hourRow + FONT_SIZE);
  const grid = shownDays.map(({ at }) => verticalLine(scale.at(at), top, y + TICK + hourRow, 0.45)).join('');
  const base = element('line', { x1: '0%', x2: '100%', y1: y, y2: y, stroke: 'currentColor', 'stroke-opacity': 0.6 });
  const svg = `${grid}${base}${hours.ticks.map((at) => verticalLine(scale.at(at), y, y + TICK, 0.6)).join('')}${element('g', { transform: `translate(0 ${y + TICK + FONT_SIZE})` }, hours.labels)}${dates}`;
  return { svg, height: TICK + hourRow + FONT_SIZE + 4 };
}

function verticalLine(share: number, from: number, to: number, opacity: number): string {
  return element('line', {
    x1: percent(share),
    x2: percent(share),
    y1: from,
    y2: to,
    stroke: 'currentColor',
    'stroke-opacity': opacity,
  });
}

function hourMarks(
  scale: TimeScale,
  open: readonly Stretch[],
  view: View,
): { ticks: readonly number[]; labels: string } {
  const zone = tableOf(view);
  const openSeconds = open.reduce((sum, { from, to }) => sum + to - from, 0);
  if (openSeconds > MOST_HOURS || openSeconds === 0) return { ticks: [], labels: '' };
  const sample = open.find(({ from, to }) => scale.at(to) > scale.at(from)) ?? scale;
  const secondsOfShare = (sample.to - sample.from) / Math.max(1e-9, scale.at(sample.to) - scale.at(sample.from));
  const step = clockStep((shareOfText('00:00') + GAP) * secondsOfShare);
  if (step === undefined) return { ticks: [], labels: '' };
  const steps = open
    .flatMap((span) => clockTicks(zone, { from: span.from - 1, to: span.to + 1 }, step))
    .filter((at, i, all) => at >= scale.from && at <= scale.to && all.indexOf(at) === i);
  const labels: string[] = [];
  const ticks: number[] = [];
  let taken = Number.NEGATIVE_INFINITY;
  for (const at of steps) {
    const text = timeText(zone, at);
    const width = shareOfText(text);
    const place = scale.at(at);
    const anchor = place < width / 2 ? 'start' : place > 1 - width / 2 ? 'end' : 'middle';
    const from = place - { start: 0, middle: width / 2, end: width }[anchor];
    // A tick without its time would make people count.
    if (from < taken + GAP) continue;
    ticks.push(at);
    labels.push(label({ x: percent(place), y: 0, 'text-anchor': anchor, 'fill-opacity': 0.85 }, text));
    taken = from + width;
  }
  return { ticks, labels: labels.join('') };
}

/**
 * The opening's date stands at the left edge always, with its year where it is not that of all; the others where there is room,
 * those with open time first. What has room only in a wide picture is shown only there.
 */
function dateLabels(
  scale: TimeScale,
  days: readonly DayTick[],
  open: readonly Stretch[],
  view: View,
  y: number,
): string {
  const first = localDay(tableOf(view), scale.from);
  const isOneYear = days.every(({ dayNo }) => civilDate(dayNo).year === civilDate(first).year);
  const opening = isOneYear && days.length > 0 ? dayText(first) : dayYearText(first);
  const marks = days.map(({ at, dayNo }, i) => ({
    place: scale.at(at),
    text: textOfDay(dayNo, days, i),
    matters: open.some(({ from, to }) => from < (days[i + 1]?.at ?? scale.to) && to > at),
  }));
  const inOrder = [...marks.filter(({ matters }) => matters), ...marks.filter(({ matters }) => !matters)];
  const all = [{ place: 0, text: opening }, ...inOrder];
  const narrow = fitting(all, 1);
  const wide = fitting([...narrow, ...all.filter((mark) => !narrow.includes(mark))], LEAST_WIDTH / WIDE_WIDTH);
  const write = ({ place, text }: DateMark, only: Attributes): string => {
    const atEnd = place + shareOfText(text) > 1;
    return label({ x: percent(place), y, 'text-anchor': atEnd ? 'end' : 'start', ...only }, text);
  };
  return [
    ...narrow.map((mark) => write(mark, {})),
    ...wide.filter((mark) => !narrow.includes(mark)).map((mark) => write(mark, ONLY_WIDE)),
  ].join('');
}

type DateMark = { readonly place: number; readonly text: string };

/** Those that have room beside the ones before them; `scale` tells how much less of a wider picture a text takes. */
function fitting(marks: readonly DateMark[], scale: number): readonly DateMark[] {
  const taken: { from: number; to: number }[] = [];
  return marks.filter(({ place, text }) => {
    const width = shareOfText(text) * scale;
    const from = place + shareOfText(text) > 1 ? place - width : place;
    const gap = GAP * scale;
    if (taken.some((other) => from < other.to + gap && other.from < from + width + gap)) return false;
    taken.push({ from, to: from + width });
    return true;
  });
}

/** Days by their date; months, years where only those are marked. */
function textOfDay(dayNo: number, days: readonly DayTick[], i: number): string {
  const before = days[i - 1]?.dayNo ?? days[i + 1]?.dayNo;
  const apart = before === undefined ? 0 : Math.abs(dayNo - before);
  if (apart >= 365) return String(civilDate(dayNo).year);
  return apart >= 28 ? monthText(dayNo) : dayText(dayNo);
}

function dayLabel(days: readonly DayTick[]): string {
  return textOfDay(days[0]?.dayNo ?? 0, days, 0);
}

function areApart(places: readonly number[], least: number): boolean {
  return places.every((place, i) => i === 0 || place - (places[i - 1] ?? 0) >= least);
}
