import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HolidayLists } from '@tamarack/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { dateHolidaysLists } from './date-holidays-lists.ts';
import { DIFFERENCES } from './known-differences.ts';

const oracle = join(import.meta.dirname, '../../../../../shared/data/holidays/public-holidays.json');
const years = [2024, 2025, 2026, 2027, 2028, 2029, 2030];
let lists: HolidayLists;

beforeAll(async () => {
  lists = await dateHolidaysLists();
});

function datesOf(country: string, region: string | undefined, year: number): string[] {
  return (lists.publicHolidays(country, region, year) ?? []).map(({ date }) => date);
}

test('the list names the version that is installed', () => {
  const manifest = join(import.meta.dirname, '../../../../node_modules/date-holidays/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  expect(lists.list).toBe(`date-holidays ${version}`);
});

describe('places', () => {
  test('codes count as the list writes them; anything else is unknown, in every year', () => {
    for (const country of ['de', 'XX', '', 'Germany', '__proto__', 'constructor', 'DE.BY']) {
      expect(lists.publicHolidays(country, undefined, 2026)).toBeUndefined();
    }
    for (const region of ['by', 'XX', '', 'BY-XX', '-A', 'toString', 'BY.A']) {
      expect(lists.publicHolidays('DE', region, 2026)).toBeUndefined();
    }
  });

  test('a region has its own days beside those of the country, a part of it further ones', () => {
    expect(datesOf('DE', undefined, 2026)).not.toContain('2026-01-06');
    expect(datesOf('DE', 'BY', 2026)).toContain('2026-01-06');
    expect(datesOf('DE', 'BY', 2026)).not.toContain('2026-08-08');
    expect(datesOf('DE', 'BY-A', 2026)).toContain('2026-08-08');
  });

  test('regions have names, in the language of the country where the list has no other', () => {
    expect(lists.regionName?.('DE', 'BY')).toBe('Bayern');
    expect(lists.regionName?.('DE', 'BY-A')).toBe('Stadt Augsburg');
    expect(lists.regionName?.('DE', 'XX')).toBeUndefined();
  });
});

describe('days', () => {
  test('only public holidays, named in English', () => {
    const names = lists.publicHolidays('DE', undefined, 2026)?.map(({ name }) => name);
    expect(names).toContain('Easter Monday');
    expect(names).not.toContain("Mother's Day");
  });

  test('half a day begins when the list says', () => {
    expect(lists.publicHolidays('GT', undefined, 2026)).toContainEqual({
      date: '2026-12-24',
      name: expect.any(String),
      from: '12:00',
    });
  });

  test('a holiday of several days is on each of them, also over a change of the clocks', () => {
    expect(datesOf('AE', undefined, 2026)).toEqual(expect.arrayContaining(['2026-03-20', '2026-03-21', '2026-03-22']));
    // Bosnia's clocks went forward in the night to 30 March 2025: three days of 71 hours.
    expect(datesOf('BA', undefined, 2025)).toEqual(expect.arrayContaining(['2025-03-30', '2025-03-31', '2025-04-01']));
  });

  test('a year has the dates of that year and no other', () => {
    for (const country of ['DE', 'US', 'AE', 'CN', 'IL']) {
      for (const year of years)
        expect(datesOf(country, undefined, year).every((date) => date.startsWith(`${year}-`))).toBe(true);
    }
  });

  test('the same list is given again, not computed again', () => {
    expect(lists.publicHolidays('FR', undefined, 2027)).toBe(lists.publicHolidays('FR', undefined, 2027));
  });
});

test('dates do not depend on the zone that the process runs in', () => {
  const program = `
    const { dateHolidaysLists } = await import(${JSON.stringify(join(import.meta.dirname, 'date-holidays-lists.ts'))});
    const lists = await dateHolidaysLists();
    console.log(JSON.stringify(['DE', 'NZ', 'US', 'GT', 'AE'].map((country) => lists.publicHolidays(country, undefined, 2026))));`;
  const outputs = ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'].map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
      env: { ...process.env, TZ },
    }),
  );
  expect(new Set(outputs).size).toBe(1);
  expect(outputs[0]).toContain('"2026-01-01"');
});

type Oracle = {
  readonly calendars: Readonly<Record<string, Readonly<Record<string, readonly (readonly [string, string])[]>>>>;
};

describe('python-holidays 0.105 says the same', () => {
  test.skipIf(!existsSync(oracle) && !process.env['CI'])(
    `for every calendar but those with a named reason (${oracle.split('/').slice(-4).join('/')})`,
    () => {
      const { calendars } = JSON.parse(readFileSync(oracle, 'utf8')) as Oracle;
      const differing = Object.entries(calendars).flatMap(([name, byYear]) => {
        const [country = '', region] = name.split('-');
        const found = Object.entries(byYear).flatMap(([year, days]) => {
          const ours = new Set(datesOf(country, region, Number(year)));
          const theirs = new Set(days.map(([date]) => date));
          return [
            ...[...ours.difference(theirs)].map((date) => `+${date}`),
            ...[...theirs.difference(ours)].map((date) => `-${date}`),
          ];
        });
        return found.length === 0 ? [] : [[name, found] as const];
      });
      expect(Object.keys(calendars).length).toBe(20);
      expect(Object.fromEntries(differing.map(([name, found]) => [name, found.length]))).toEqual(
        Object.fromEntries(Object.entries(DIFFERENCES).map(([name, { dates }]) => [name, dates])),
      );
    },
  );
});
