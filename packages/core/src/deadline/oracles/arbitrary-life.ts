/** Generated lives of an incident and of a contract, in whole minutes: same-second facts and calendar edges favoured. */
import fc from 'fast-check';
import { arbitrarySample, type Sample } from '../../calendar/oracles/arbitrary-calendar.ts';
import type { ReadyDescription } from '../../agreement/read-description.ts';
import type { Fact, FactData } from '../fact.ts';
import type { Terms } from '../terms.ts';
import { lighthouse, terms } from './clocks.ts';

/** A life on a generated calendar: its facts in order, and an instant after the last of them at which to ask. */
export type Lived = {
  readonly sample: Sample;
  readonly terms: Terms;
  readonly facts: readonly Fact[];
  readonly now: number;
};

type Step = { readonly event: string; readonly data?: FactData };

const gap = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 180 }) },
  { weight: 3, arbitrary: fc.integer({ min: 180, max: 2880 }) },
);
const severity = fc.integer({ min: 1, max: 4 });
const step = (...events: string[]): fc.Arbitrary<Step> => fc.constantFrom(...events).map((event) => ({ event }));

const ordinary: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 2, arbitrary: step('acknowledged') },
  { weight: 6, arbitrary: step('handed-to-customer', 'handed-to-provider') },
  { weight: 3, arbitrary: severity.map((value): Step => ({ event: 'severity-changed', data: { severity: value } })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('lamp', 'beam').map((level): Step => ({ event: 'level-changed', data: { level } })),
  },
  { weight: 3, arbitrary: step('reported', 'replied') },
];
const turning: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 2, arbitrary: step('resolved', 'closed', 'merged') },
  { weight: 2, arbitrary: step('reopened') },
];

/** The Lighthouse on a generated calendar. */
function termsOn({ calendar }: Sample): Terms {
  const calendars = new Map(lighthouse.calendars).set('office', calendar).set('berlin', calendar);
  const ready: ReadyDescription = { description: lighthouse.description, calendars };
  return terms({ account: { hosted: 'yes' } }, ready);
}

function lives(
  first: fc.Arbitrary<Step>,
  steps: readonly fc.WeightedArbitrary<Step>[],
  factOf: (at: number, step: Step) => Fact,
): fc.Arbitrary<Lived> {
  const later = fc.array(fc.tuple(gap, fc.oneof(...steps)), { maxLength: 12 });
  return fc
    .tuple(arbitrarySample, fc.integer({ min: -1440, max: 0 }), first, later, gap)
    .map(([sample, shift, opening, rest, end]) => {
      let at = sample.at + shift * 60;
      const facts = [factOf(at, opening)];
      for (const [minutes, next] of rest) facts.push(factOf((at += minutes * 60), next));
      return { sample, terms: termsOn(sample), facts, now: at + end * 60 };
    });
}

const ofIncident = (at: number, { event, data }: Step): Fact => ({
  at,
  fact: `incident.${event}`,
  subject: 'i1',
  ...(data ? { data } : {}),
});
const receipt = severity.map((value): Step => ({ event: 'received', data: { severity: value } }));

/** An incident, resolved and reopened as it comes. */
export const incident: fc.Arbitrary<Lived> = lives(receipt, [...ordinary, ...turning], ofIncident);

/** An incident that stays open. */
export const openIncident: fc.Arbitrary<Lived> = lives(receipt, ordinary, ofIncident);

const ofContract = (at: number, { event, data }: Step): Fact => ({
  at,
  fact: event,
  subject: 'c1',
  ...(data ? { data } : {}),
});

/** A contract: calls, visits, hours, moves between levels. */
export const contract: fc.Arbitrary<Lived> = lives(
  fc.constant({ event: 'contract.started' }),
  [
    {
      weight: 4,
      arbitrary: step('call.held', 'call.moved', 'visit.held', 'beacon.lit', 'beacon.seen', 'incident.received'),
    },
    {
      weight: 4,
      arbitrary: fc
        .integer({ min: -1, max: 9 })
        .map((hours): Step => ({ event: 'hours.logged', data: { seconds: hours * 3600 } })),
    },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 1, max: 9 })
        .map((hours): Step => ({ event: 'hours.excess-approved', data: { seconds: hours * 3600 } })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('lamp', 'beam').map((level): Step => ({ event: 'contract.moved', data: { level } })),
    },
    { weight: 1, arbitrary: step('licence.issued', 'licence.expired', 'contract.ended') },
  ],
  ofContract,
);
