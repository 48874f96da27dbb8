/** What the cells of a row mean, by the map: its instant, severity, level and group. */
import { nearest, type Terms } from '@tamarack/core';
import type { LogMap } from '../map/log-map.ts';
import { readTimeFormat } from '../time/time-format.ts';
import { wallClock } from '../time/wall-clock.ts';
import type { Taking } from './draft.ts';

export interface RowWords {
  readonly indexOf: (column: string) => number;
  /** A cell's text, "" where it is empty by the map's markers. */
  readonly filled: (text: string) => string;
  /** Epoch seconds; NaN where the text is no time of the map's format. */
  readonly instant: (text: string) => number;
  readonly severity: (text: string) => number | undefined;
  readonly level: (text: string) => string | undefined;
  /** Undefined where the cell is empty. One string for each group, however often it is named: cells keep the chunk alive that they were cut from. */
  readonly group: (text: string) => string | undefined;
}

const MOST_NAMES = 5000;

/** The map's words for a log with these columns. */
export function rowWords(map: LogMap, header: readonly string[], terms: Terms): RowWords {
  const empty = new Set(['', ...map.empty]);
  /** Looking a text up costs reading all of it; most cells are longer than any marker. */
  const longestEmpty = Math.max(...[...empty].map((text) => text.length));
  const format = readTimeFormat(map.time.format);
  const clock = wallClock(map.time.zone ?? 'UTC');
  const severities = new Map(Object.entries(map.severity?.values ?? {}));
  const levels = new Map(
    Object.entries(
      map.level?.values ?? Object.fromEntries(Object.keys(terms.description.levels).map((level) => [level, level])),
    ),
  );
  const groups = new Map<string, string | undefined>([...empty].map((text) => [text, undefined]));
  return {
    indexOf: (column) => header.indexOf(column),
    filled: (text) => (text.length <= longestEmpty && empty.has(text) ? '' : text),
    instant: (text) => (format.ok ? format.read(text, clock) : Number.NaN),
    severity: (text) => severities.get(text),
    level: (text) => levels.get(text),
    group: (text) => {
      const known = groups.get(text);
      if (known !== undefined || groups.has(text)) return known;
      if (groups.size >= MOST_NAMES) return detached(text);
      const own = detached(text);
      groups.set(own, own);
      return own;
    },
  };
}

/** V8 copies a shorter cell anyway, and makes a longer one a window on the text that it was cut from. */
const SHORTEST_WINDOW = 13;

/** A copy that does not keep the text alive of which it was a part. */
export function detached(text: string): string {
  return text.length < SHORTEST_WINDOW ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}

/** Why a word of the log is refused, with the word of the map that comes nearest. */
export function unknownWord(
  reason: 'severity' | 'level' | 'state' | 'fact',
  text: string,
  known: Iterable<string>,
): Taking {
  if (text === '') return { reason, sentence: `the row names no ${reason}` };
  const near = nearest(text, known);
  return {
    reason,
    sentence: `the map has no ${reason} "${text}"${near === undefined ? '' : `; did you mean "${near}"?`}`,
  };
}
