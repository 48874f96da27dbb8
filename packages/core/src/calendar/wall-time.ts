/** Seconds of a whole day on a clock that is not changed. Never the length of a real day. */
export const DAY = 86_400;

/**
 * Open hours of one date in wall seconds since its 00:00. `to` may pass `DAY`: the interval then
 * runs past midnight and still belongs to the date on which it begins.
 */
export type WallInterval = { readonly from: number; readonly to: number };

const TIME = /^([01]\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?$/;
const INTERVAL = /^\s*(\S+?)\s*[-–]\s*(\S+)\s*$/;

/** Reads `"HH:MM"` or `"HH:MM:SS"` up to `"24:00"` into wall seconds; `undefined` for anything else. */
export function readWallTime(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
  return seconds > DAY ? undefined : seconds;
}

/** Wall seconds as `"HH:MM"`, with seconds only where there are any; 30:00 is written 06:00. */
export function wallTimeText(seconds: number): string {
  const within = seconds > DAY ? seconds - DAY : seconds;
  const parts = [Math.floor(within / 3600), Math.floor(within / 60) % 60];
  if (within % 60 !== 0) parts.push(within % 60);
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** An interval's two ends as they are written, or why it is none. */
export type ReadInterval =
  | { readonly ok: true; readonly interval: WallInterval }
  | { readonly ok: false; readonly sentence: string };

/**
 * Reads `"09:00-17:00"` or `["09:00", "17:00"]`. An end before the beginning means the next day
 * (`"22:00-06:00"`); equal ends are refused, because nobody can say whether they mean no time or a
 * whole day (a whole day is `"00:00-24:00"`).
 */
export function readInterval(input: string | readonly [string, string]): ReadInterval {
  const written = typeof input === 'string' ? input : input.join('-');
  const pair = typeof input === 'string' ? INTERVAL.exec(input)?.slice(1) : input;
  const from = readWallTime(pair?.[0] ?? '');
  const to = readWallTime(pair?.[1] ?? '');
  if (from === undefined || to === undefined) {
    return { ok: false, sentence: `"${written}" is not an interval such as "09:00-17:00".` };
  }
  if (from === to) return { ok: false, sentence: `"${written}" has no length; a whole day is "00:00-24:00".` };
  if (from === DAY) return { ok: false, sentence: `"${written}" begins at the day's end; write it on the next day.` };
  return { ok: true, interval: { from, to: to < from ? to + DAY : to } };
}

/** Sorted intervals in which overlapping and touching ones have become one. */
export function mergeIntervals(intervals: readonly WallInterval[]): WallInterval[] {
  const merged: WallInterval[] = [];
  for (const next of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && next.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else merged.push(next);
  }
  return merged;
}

/** What is left of `intervals` without the wall time from `from` until `to`. */
export function cutInterval(intervals: readonly WallInterval[], from: number, to: number): WallInterval[] {
  return intervals.flatMap((each) => {
    if (to <= each.from || from >= each.to) return [each];
    const rest: WallInterval[] = [];
    if (each.from < from) rest.push({ from: each.from, to: from });
    if (to < each.to) rest.push({ from: to, to: each.to });
    return rest;
  });
}
