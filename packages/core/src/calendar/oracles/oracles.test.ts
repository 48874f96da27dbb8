/*
 * Every case that other projects wrote for business time, answered by our calendar. The data lies
 * beside the checkout (some of it is GPL: tests only, never shipped).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DECIDED_AGAINST } from './decided-against.ts';
import { glpiAnswer } from './glpi.adapter.ts';
import { oracleCalendar } from './oracle-calendar.ts';
import { expectation } from './oracle-case.ts';
import { pandasAnswer } from './pandas-business-hour.adapter.ts';
import { workingHoursAnswer } from './working_hours.adapter.ts';
import type { Calendar } from '../calendar.ts';
import type { Answer, OracleCase, OracleFile } from './oracle-case.ts';

const DATA = join(import.meta.dirname, '../../../../../../shared/data/business-time');

const SOURCES: readonly {
  readonly file: string;
  readonly cases: number;
  readonly answer: (calendar: Calendar, test: OracleCase) => Answer;
}[] = [
  { file: 'working_hours.json', cases: 143, answer: workingHoursAnswer },
  { file: 'pandas-business-hour.json', cases: 318, answer: pandasAnswer },
  { file: 'glpi.json', cases: 28, answer: glpiAnswer },
];

const seen = new Set<string>();

describe.each(SOURCES)('$file', ({ file, cases, answer }) => {
  const path = join(DATA, file);
  if (!existsSync(path)) {
    if (process.env['CI']) it('is there', () => expect.fail(`${path} is missing; CI does not run without it.`));
    else it.skip(`is skipped: ${path} is not beside this checkout`, () => {});
    return;
  }
  const source = JSON.parse(readFileSync(path, 'utf8')) as OracleFile;
  const calendars = new Map(Object.entries(source.calendars).map(([id, shape]) => [id, oracleCalendar(shape)]));

  it(`has ${cases} cases`, () => expect(source.cases).toHaveLength(cases));

  it.each(source.cases.map((test) => [`${test.id} ${test.op}: ${test.name}`, test] as const))('%s', (_, test) => {
    const calendar = calendars.get(test.calendar);
    if (!calendar) throw new Error(`${test.id}: no calendar ${test.calendar}.`);
    seen.add(test.id);
    const answered = answer(calendar, test);
    if (test.id in DECIDED_AGAINST) expect(answered).not.toEqual(expectation(test));
    else expect(answered).toEqual(expectation(test));
  });
});

describe('the cases decided against', () => {
  it('are few', () => expect(Object.keys(DECIDED_AGAINST).length).toBeLessThanOrEqual(5));
  it.skipIf(!existsSync(DATA))('were all met', () => {
    for (const id of Object.keys(DECIDED_AGAINST)) expect(seen).toContain(id);
  });
});
