import type { Block } from './open-block.ts';
import type { HolidayBook } from './holiday-book.ts';
import type { WallInterval } from './wall-time.ts';
import type { ZoneTable } from './zone-table.ts';

/** The hours of one date that replace its weekly hours and any holiday; none: closed. */
export type ExceptionDay = { readonly hours: readonly WallInterval[]; readonly name?: string };

/**
 * Weekly hours in one zone with holidays and exceptions. An interval belongs to the local date on
 * which it begins; weekly hours, holidays and exceptions act on that date's intervals.
 */
export type WeeklyCalendar = {
  readonly kind: 'weekly';
  readonly name?: string;
  readonly zone: ZoneTable;
  /** Seven entries, Monday first; merged and sorted. */
  readonly weekly: readonly (readonly WallInterval[])[];
  readonly holidays: HolidayBook;
  /** By day number. */
  readonly exceptions: ReadonlyMap<number, ExceptionDay>;
  readonly blocks: BlockCache;
};

/** Open whenever any part is open (follow the sun). Its dates are those of `zone`. */
export type UnionCalendar = {
  readonly kind: 'union';
  readonly name?: string;
  readonly zone: ZoneTable;
  readonly parts: readonly Calendar[];
  readonly blocks: BlockCache;
};

/**
 * A calendar that was read and cannot be wrong any more: at least one moment of it is open. Only
 * `readCalendar` makes one.
 */
export type Calendar = WeeklyCalendar | UnionCalendar;

/** Open time found so far, by block number; grows on demand and is pure in effect. */
export type BlockCache = (Block | undefined)[];
