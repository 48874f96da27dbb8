import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  addBusinessDays,
  addWorkingTime,
  type Calendar,
  type FrozenHolidays,
  frozenHolidays,
  frozenLists,
  readDescription,
} from '@tamarack/core';
import { dateHolidaysLists } from '../../packages/server/src/holidays/date-holidays-lists.ts';

const root = join(import.meta.dirname, '..', '..');
const lists = await dateHolidaysLists();

/** Every deadline of every calendar, from the day before each of some hundred days of the span. */
function deadlines(calendars: ReadonlyMap<string, Calendar>): string[] {
  return [...calendars].flatMap(([name, calendar]) =>
    Array.from({ length: 150 }, (_, i) => {
      const from = Temporal.Instant.fromEpochMilliseconds(Date.UTC(2016, 0, 10 + 73 * i, i % 24));
      const hours = addWorkingTime(calendar, from, 4 * 3600);
      const days = addBusinessDays(calendar, from, 3);
      return `${name} ${from.toString()}: ${hours.ok ? hours.value.toString() : ''} ${days.ok ? days.value.toString() : ''}`;
    }),
  );
}

describe('a description that is published', () => {
  test.for(['almacare', 'aws-enterprise', 'calligo-tam', 'gitlab-tam', 'tuxcare-tam'])(
    '%s gives the same deadlines from its frozen holidays as from the library',
    (name) => {
      const text = readFileSync(join(root, 'services', `${name}.yaml`), 'utf8');
      const live = readDescription(text, lists).ready;
      if (!live) throw new Error(`${name} cannot be read.`);
      const data = JSON.stringify(frozenHolidays(live, lists, { from: 2016, to: 2046 }));
      const kept = readDescription(text, frozenLists(JSON.parse(data) as FrozenHolidays));
      expect(kept.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
      expect(deadlines(kept.ready?.calendars ?? new Map())).toEqual(deadlines(live.calendars));
      expect(data.length).toBeLessThan(120_000);
    },
  );
});
