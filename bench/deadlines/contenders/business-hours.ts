import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runProcess } from '../../measure/whole-process.ts';
import { DAYS, type Hours, type Site } from '../site.ts';
import type { DeadlineContender } from './contender.ts';

const PERL = 'perl';
const SCRIPT = fileURLToPath(new URL('business-hours.pl', import.meta.url));

/** Whether Perl is there with Business::Hours (Debian: libbusiness-hours-perl). */
export function hasBusinessHours(): boolean {
  return spawnSync(PERL, ['-MBusiness::Hours', '-MJSON::PP', '-e', '1']).status === 0;
}

/** Perl's Business::Hours in a process of its own for each site; the time is taken inside it, without its start. */
export function businessHours(holidays: ReadonlyMap<Site, readonly string[]>): DeadlineContender {
  return {
    name: 'Business::Hours (Perl)',
    run({ site, from, seconds }) {
      const asked = {
        week: Object.fromEntries(site.week.map((hours, day) => [day, dayOf(day, hours)])),
        holidays: holidays.get(site) ?? [],
        from: [...from],
        seconds: [...seconds],
      };
      const { output } = runProcess(PERL, [SCRIPT], { input: JSON.stringify(asked), environment: { TZ: site.zone } });
      const answer = JSON.parse(output) as { milliseconds: number; due: (number | null)[] };
      return { milliseconds: answer.milliseconds, due: Float64Array.from(answer.due, (due) => due ?? Number.NaN) };
    },
  };
}

/** One interval a day, and breaks in it. */
function dayOf(day: number, hours: readonly Hours[]): object {
  const breaks = hours.slice(1).map(([from], i) => ({ Start: hours[i]?.[1], End: from }));
  return { Name: DAYS[day], Start: hours[0]?.[0] ?? null, End: hours.at(-1)?.[1] ?? null, Breaks: breaks };
}
