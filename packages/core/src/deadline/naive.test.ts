/* The naive model of oracles/naive-clocks.ts and the real clocks agree, minute for minute. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { naiveMinutes } from '../calendar/oracles/naive-model.ts';
import { unsafeInstantOf } from '../calendar/time-range.ts';
import type { Clock } from './clock.ts';
import { clocksOf } from './clocks-of.ts';
import { incident } from './oracles/arbitrary-life.ts';
import { ready, term, terms } from './oracles/clocks.ts';
import { LIGHTHOUSE } from './oracles/lighthouse.ts';
import { naiveClocks, type NaiveClock, type NaivePromise } from './oracles/naive-clocks.ts';

const MINUTES = 3 * 24 * 60;
const WITHIN = { 1: 45, 2: 240, 3: 600, 4: 5 };
const written = '{1: 45 minutes, 2: 4 hours, 3: 10 hours, 4: 5 minutes}';

/** The Lighthouse with working time only, and every severity promised something. */
const { description, calendars } = ready(
  LIGHTHOUSE.replace('{1: 4 hours, 2: 2 business days, 3: 3 days, 4: on request}', written)
    .replace('{1: 1 hour, 2: 4 hours, 3: 2 business days, 4: on request}', written)
    .replace(/within:\n {6}spark: .*\n {6}beam: .*\n/, `within: ${written}\n`),
);

const PROMISES: Readonly<Record<string, NaivePromise>> = {
  answer: { recurring: false, until: 'acknowledged', pauses: false, within: WITHIN },
  repair: { recurring: false, until: 'resolved', pauses: true, within: WITHIN },
  status: { recurring: true, until: 'reported', pauses: true, within: WITHIN },
};

it('response and update clocks are what a walk minute by minute says', () => {
  fc.assert(
    fc.property(incident, fc.nat(1000), ({ sample, facts: all }, more) => {
      const start = all[0]?.at ?? 0;
      const facts = all.filter(
        ({ at, fact }) => at < start + (MINUTES - 1000) * 60 && fact !== 'incident.level-changed',
      );
      const length = ((facts.at(-1)?.at ?? 0) - start) / 60 + more;
      const open = naiveMinutes(sample.naive, unsafeInstantOf(start), MINUTES);
      const events = facts.map(({ at, fact, data }) => ({
        minute: (at - start) / 60,
        event: fact.slice('incident.'.length),
        ...(data?.['severity'] === undefined ? {} : { severity: Number(data['severity']) }),
      }));
      const settled = terms({}, { description, calendars: new Map(calendars).set('office', sample.calendar) });
      for (const [name, promise] of Object.entries(PROMISES)) {
        const real = clocksOf(settled, term(settled, name), facts, start + length * 60);
        const naive = naiveClocks(promise, open, events, length);
        expect(
          real.map((clock) => inMinutes(clock, start)),
          name,
        ).toEqual(naive);
      }
    }),
    { numRuns: 120 },
  );
});

function inMinutes({ opened, state, elapsed, breachedAt, metAt, endedAt }: Clock, start: number): NaiveClock {
  const minute = (at: number) => (at - start) / 60;
  return {
    opened: minute(opened),
    state,
    elapsed: (elapsed ?? 0) / 60,
    ...(breachedAt === undefined ? {} : { breached: minute(breachedAt) }),
    ...(metAt === undefined ? {} : { met: minute(metAt) }),
    ...(endedAt === undefined ? {} : { ended: minute(endedAt) }),
  };
}
