import { visibleText } from './visible-text.ts';

/** A line of a file as it is shown, and below it the marks. */
export interface Excerpt {
  readonly line: string;
  readonly marks: string;
}

/** A character as people see it: where it stands in the line (UTF-16 units, from 0), what is shown, how wide. */
interface Cell {
  readonly at: number;
  readonly shown: string;
  readonly width: number;
}

const TAB = '    ';
const ELLIPSIS = '…';
/** More of a line than any terminal shows; a line of half a megabyte is not looked at as a whole. */
const REACH = 500;
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
const NO_WIDTH = /^[\p{Mn}\p{Me}\u200c\u200d]/u;

/**
 * The part of a line around the columns `from` to `to` (from 1, `to` is the first one after) that fits into `width`,
 * with marks below them. Tabs are four wide, East Asian characters and emoji two, combining marks nothing.
 */
export function excerpt(source: string, from: number, to: number, width: number): Excerpt {
  const cells = cellsAround(source, from - 1);
  const first = Math.max(
    0,
    cells.findLastIndex((cell) => cell.at <= from - 1),
  );
  const after = cells.findIndex((cell, i) => i > first && cell.at >= to - 1);
  const last = after === -1 ? cells.length - 1 : after - 1;
  const [begin, end] = shownRange(cells, first, last, width);
  const before = begin > 0 || (cells[0]?.at ?? 0) > 0 ? ELLIPSIS : '';
  const line = cells.slice(begin, end).map((cell) => cell.shown);
  const behind = end < cells.length || (cells.at(-1)?.at ?? 0) < source.length - 1 ? ELLIPSIS : '';
  const indent = before.length + widthOf(cells.slice(begin, first));
  const marked = widthOf(cells.slice(first, Math.min(last + 1, end)));
  const marks = `${' '.repeat(indent)}${'^'.repeat(Math.max(1, marked))}`;
  return { line: `${before}${line.join('')}${behind}`.trimEnd(), marks };
}

function cellsAround(source: string, offset: number): Cell[] {
  const begin = startOfCharacter(source, Math.max(0, offset - REACH));
  const end = startOfCharacter(source, Math.min(source.length, offset + REACH));
  const cells: Cell[] = [];
  for (const { segment, index } of charactersOf(source.slice(begin, end))) {
    const shown = segment === '\t' ? TAB : visibleText(segment);
    cells.push({ at: begin + index, shown, width: shown === segment ? widthOfCharacter(segment) : shown.length });
  }
  // A finding can stand behind the last character: there something is missing.
  if (offset >= end) cells.push({ at: end, shown: ' ', width: 1 });
  return cells;
}

/** Characters as people see them; the tables for that are loaded only where a line is more than ASCII. */
function charactersOf(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  if (/^[\t\u0020-\u007e]*$/.test(text)) return Array.from(text, (segment, index) => ({ segment, index }));
  return new Intl.Segmenter('en').segment(text);
}

/** Never between the halves of a surrogate pair. */
function startOfCharacter(source: string, offset: number): number {
  const code = source.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

function widthOfCharacter(character: string): number {
  if (NO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** As much as fits: a third of it before the place, the rest from there on. */
function shownRange(cells: readonly Cell[], first: number, last: number, width: number): [number, number] {
  const room = Math.max(20, width) - 2 * ELLIPSIS.length;
  if (widthOf(cells) <= room) return [0, cells.length];
  const wanted = Math.min(widthOf(cells.slice(first, last + 1)), Math.floor((room * 2) / 3));
  let begin = first;
  let used = wanted;
  const step = (index: number) => cells[index]?.width ?? 0;
  while (begin > 0 && used + step(begin - 1) <= Math.max(room / 3 + wanted, room - widthOf(cells.slice(first)))) {
    begin -= 1;
    used += step(begin);
  }
  let end = begin;
  for (used = 0; end < cells.length && used + step(end) <= room; end += 1) used += step(end);
  return [begin, end];
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
