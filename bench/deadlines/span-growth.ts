import type { BenchResult, Effort } from '../measure/bench.ts';
import { type Aim, type Figure, figure, ratios } from '../measure/figure.ts';
import { interleave } from '../measure/interleave.ts';
import { casesOfSpan, FIRST_YEAR } from './case-set.ts';
import { businessHours, hasBusinessHours } from './contenders/business-hours.ts';
import type { DeadlineContender } from './contenders/contender.ts';
import { dayjsBusinessTime } from './contenders/dayjs.ts';
import { momentBusinessTime } from './contenders/moment.ts';
import { tamarack, tamarackInner } from './contenders/tamarack.ts';
import { SITES } from './site.ts';
import { siteWorld } from './site-world.ts';
import { DAY_HOURS, SPANS } from './spans.ts';

/** What a deadline costs as its span grows: from an hour to five years of working time on one calendar. */
export async function run({ quick, rounds }: Effort): Promise<BenchResult> {
  // Five working years of 250 days end in the sixth year after their start.
  const { calendars, holidays } = await siteWorld(FIRST_YEAR, FIRST_YEAR + 6);
  const walkers = [dayjsBusinessTime(holidays), momentBusinessTime(holidays)];
  const perl = hasBusinessHours() ? businessHours(holidays) : undefined;
  const figures: Figure[] = [];
  const enter = async (contender: DeadlineContender, hours: number, spans: readonly Span[], aim?: Aim) => {
    const samples = await interleave(costs(contender, quick ? hours / 10 : hours, spans), rounds);
    figures.push(...spans.map(([span]) => figure(`${contender.name}: ${span}`, 'µs', samples[span] ?? [])));
    const growth = ratios(samples['5 years'] ?? [], samples['1 day'] ?? []);
    if (growth.length > 0) figures.push(figure(`${contender.name}: 5 years to 1 day`, '×', growth, aim));
  };
  for (const ours of [tamarack(calendars), tamarackInner(calendars)])
    await enter(ours, 2_000_000_000, SPANS, { atMost: LOGARITHMIC });
  for (const walker of walkers) await enter(walker, 20_000, SPANS);
  if (perl) await enter(perl, 800, SPANS.slice(0, 3));
  return {
    title: 'Microseconds a deadline, by span (working hours of Berlin; a day has 8)',
    figures,
    notes: [
      'The aim of 5 years to 1 day is log 10,000 h ÷ log 8 h: a cost that grows like the logarithm stays below it.',
      'Tamarack searches the table of a calendar by halves; peers walk from day to day.',
      ...(perl ? ['Business::Hours answers nothing beyond 30 days.'] : []),
    ],
  };
}

/** How the logarithm grows from the hours of a day to those of five years. */
const LOGARITHMIC = Math.log(1250 * DAY_HOURS) / Math.log(DAY_HOURS);

type Span = (typeof SPANS)[number];

/** One measurement a span; how many cases follows from the hours that a round may walk through. */
function costs(contender: DeadlineContender, hoursPerRound: number, spans: readonly Span[]) {
  return Object.fromEntries(
    spans.map(([span, hours]) => {
      const count = Math.round(Math.min(200_000, Math.max(5, hoursPerRound / Math.max(hours, DAY_HOURS))));
      const cases = casesOfSpan(SITES[0], hours * 3600, count);
      return [span, () => (1000 * contender.run(cases).milliseconds) / count] as const;
    }),
  );
}
