import { type Calendar, segments } from '@tamarack/core';
import type { BenchResult, Effort } from '../measure/bench.ts';
import { figure, ratios } from '../measure/figure.ts';
import { interleave } from '../measure/interleave.ts';
import { timed } from '../measure/timed.ts';
import { type Cases, caseSet, countCases, FIRST_YEAR, LAST_YEAR } from './case-set.ts';
import { tamarack } from './contenders/tamarack.ts';
import { runAll } from './run-all.ts';
import type { Site } from './site.ts';
import { siteWorld } from './site-world.ts';

/**
 * Explanations are made on demand: whoever asks for none must not pay for them. The plain path is measured in a process
 * that has never explained anything, and again between heavy use of explanations, when engine and caches know both.
 */
export async function run({ quick, rounds }: Effort): Promise<BenchResult> {
  const { calendars } = await siteWorld(FIRST_YEAR, LAST_YEAR);
  const many = caseSet(quick ? 20_000 : 200_000);
  const explained = caseSet(quick ? 500 : 5000);
  const ours = tamarack(calendars);
  const due = runAll(ours, explained).due;
  const plain = () => (1000 * runAll(ours, many).milliseconds) / countCases(many);
  const explain = () => (1000 * timed(() => explainAll(calendars, explained, due))) / countCases(explained);

  const before = await interleave({ plain }, rounds);
  const between = await interleave({ explain, plain }, rounds);
  return {
    title: 'Explanations on demand',
    figures: [
      figure('addWorkingTime before anything was explained', 'µs', before.plain),
      figure('addWorkingTime between explanations', 'µs', between.plain),
      figure('the second to the first', '×', ratios(between.plain, before.plain), { atMost: 1.1 }),
      figure('segments() of the same spans: the explanation itself', 'µs', between.explain),
    ],
    notes: [
      'addWorkingTime reads the table of open time; segments() walks the dates with their causes. Neither calls the other.',
    ],
  };
}

function explainAll(
  calendars: ReadonlyMap<Site, Calendar>,
  groups: readonly Cases[],
  due: readonly Float64Array[],
): void {
  for (const [group, { site, from }] of groups.entries()) {
    const calendar = calendars.get(site);
    if (!calendar) throw new Error(`${site.name} has no calendar.`);
    for (const [i, start] of from.entries()) {
      const told = segments(calendar, instant(start), instant(due[group]?.[i]));
      if (!told.ok) throw new Error(told.refusal.sentence);
    }
  }
}

function instant(seconds = Number.NaN): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
}
