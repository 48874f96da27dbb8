import type { BenchResult, Effort } from '../measure/bench.ts';
import { figure, ratios } from '../measure/figure.ts';
import { interleave } from '../measure/interleave.ts';
import { addAgreements, agreementInWords, compareAnswers } from './agreement.ts';
import { type Cases, caseSet, countCases, FIRST_YEAR, LAST_YEAR } from './case-set.ts';
import { businessHours, hasBusinessHours } from './contenders/business-hours.ts';
import type { DeadlineContender } from './contenders/contender.ts';
import { dayjsBusinessTime } from './contenders/dayjs.ts';
import { momentBusinessTime } from './contenders/moment.ts';
import { tamarack, tamarackInner } from './contenders/tamarack.ts';
import { runAll } from './run-all.ts';
import { shortCases } from './short-cases.ts';
import { firstDeadline } from './first-deadline.ts';
import { siteWorld } from './site-world.ts';

/** Deadlines a second over one set, Tamarack and its peers in turn, and whether their answers are the same. */
export async function run({ quick, rounds }: Effort): Promise<BenchResult> {
  const { calendars, holidays, lists } = await siteWorld(FIRST_YEAR, LAST_YEAR);
  const few = caseSet(quick ? 200 : 2000);
  // Peers take a hundred times as long, or more. For Tamarack few cases would soon be known by heart, processor and all.
  const many = caseSet(quick ? 20_000 : 200_000);
  const ours = tamarack(calendars);

  const peers = new Map<DeadlineContender, Cases[]>([
    [dayjsBusinessTime(holidays), few],
    [momentBusinessTime(holidays), few],
  ]);
  if (hasBusinessHours()) peers.set(businessHours(holidays), shortCases(few, runAll(ours, few).due, quick ? 4 : 20));
  const entered = new Map([[ours, many], [tamarackInner(calendars), many], ...peers]);

  const samples = await interleave(
    Object.fromEntries(
      [...entered].map(([contender, cases]) => [
        contender.name,
        () => (1000 * countCases(cases)) / runAll(contender, cases).milliseconds,
      ]),
    ),
    rounds,
  );
  const fastest = Math.max(...[...peers.keys()].map(({ name }) => figure(name, '', samples[name] ?? []).median));
  const isFastest = (name: string) => figure(name, '', samples[name] ?? []).median === fastest;

  const fresh = await interleave({ calendar: () => firstDeadline(lists) }, rounds);

  return {
    title: `Deadlines a second, over ${countText(many)} cases; peers over the first ${countText(few)}`,
    figures: [
      ...Object.entries(samples).map(([name, rates]) => figure(name, 'deadlines/s', rates)),
      ...[...peers.keys()].map(({ name }) =>
        figure(
          `Tamarack addWorkingTime to ${name}`,
          '×',
          ratios(samples[ours.name] ?? [], samples[name] ?? []),
          isFastest(name) ? { atLeast: 50 } : undefined,
        ),
      ),
      figure('Tamarack, reading a calendar and its first deadline', 'ms', fresh.calendar),
    ],
    notes: [...peers].map(([peer, cases]) => agreementOf(peer, cases)).concat(notesAbout(peers)),
  };

  function agreementOf(peer: DeadlineContender, cases: Cases[]): string {
    const compared = cases.map((one, i) => {
      const calendar = calendars.get(one.site);
      if (!calendar) throw new Error(`${one.site.name} has no calendar.`);
      return compareAnswers(one, calendar, runAll(ours, cases).due[i] ?? one.from, peer.run(one).due);
    });
    return agreementInWords(peer.name, compared.reduce(addAgreements));
  }
}

function countText(groups: readonly Cases[]): string {
  return countCases(groups).toLocaleString('en');
}

function notesAbout(peers: ReadonlyMap<DeadlineContender, Cases[]>): string[] {
  const perl = [...peers].find(([{ name }]) => name.includes('Perl'));
  return [
    'No peer knows zones: each is given the cases of one zone at a time, in a process that lives in that zone.',
    perl
      ? `Business::Hours has only the ${countCases(perl[1])} first cases that it can answer, those within 28 days: it searches no more than 30 days.`
      : 'Business::Hours is left out: it is not installed here (Debian: libbusiness-hours-perl).',
  ];
}
