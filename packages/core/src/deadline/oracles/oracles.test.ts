/*
 * The ticket timelines that other projects wrote for their clocks, answered by ours. The data lies beside the checkout
 * (it is AGPL: tests only, never shipped).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../calendar/calendar.ts';
import { oracleCalendar } from '../../calendar/oracles/oracle-calendar.ts';
import { frappeAnswer } from './frappe-helpdesk-sla.adapter.ts';
import type { TimelineCase, TimelineFile } from './timeline-case.ts';
import { zammadAnswer } from './zammad-minutes-sla.adapter.ts';

const DATA = join(import.meta.dirname, '../../../../../../shared/data/business-time');

/** Cases decided against, by id and what is expected, with the reason. None: both sources land on edges, as we do. */
const DECIDED_AGAINST: Readonly<Record<string, string>> = {};

const SOURCES: readonly {
  readonly file: string;
  readonly cases: number;
  readonly expectations: number;
  readonly answer: (calendar: Calendar, test: TimelineCase, key: string) => string | number | undefined;
}[] = [
  { file: 'frappe-helpdesk-sla.json', cases: 13, expectations: 25, answer: frappeAnswer },
  { file: 'zammad-minutes-sla.json', cases: 7, expectations: 7, answer: zammadAnswer },
];

describe.each(SOURCES)('$file', ({ file, cases, expectations, answer }) => {
  const path = join(DATA, file);
  if (!existsSync(path)) {
    if (process.env['CI']) it('is there', () => expect.fail(`${path} is missing; CI does not run without it.`));
    else it.skip(`is skipped: ${path} is not beside this checkout`, () => {});
    return;
  }
  const source = JSON.parse(readFileSync(path, 'utf8')) as TimelineFile;
  const calendars = new Map(Object.entries(source.calendars).map(([id, shape]) => [id, oracleCalendar(shape)]));
  const asked = source.cases.flatMap((test) =>
    Object.entries(test.expect).map(([key, expected]) => ({ test, key, expected })),
  );

  it(`has ${cases} cases with ${expectations} expectations`, () => {
    expect([source.cases.length, asked.length]).toEqual([cases, expectations]);
  });

  it.each(asked.map((one) => [`${one.test.id} ${one.key}: ${one.test.name}`, one] as const))(
    '%s',
    (_, { test, key, expected }) => {
      const calendar = calendars.get(test.calendar);
      if (!calendar) throw new Error(`${test.id}: no calendar ${test.calendar}.`);
      const answered = answer(calendar, test, key);
      if (`${test.id} ${key}` in DECIDED_AGAINST) expect(answered).not.toBe(expected);
      else expect(answered).toBe(expected);
    },
  );
});
