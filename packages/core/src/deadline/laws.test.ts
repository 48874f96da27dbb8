import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextOpeningSeconds } from '../calendar/edges.ts';
import { openAt } from '../calendar/open-time.ts';
import type { Clock } from './clock.ts';
import { clocksOf } from './clocks-of.ts';
import { explainClock } from './explain-clock.ts';
import type { Fact } from './fact.ts';
import { follow } from './follow.ts';
import { followersOf } from './follow-subject.ts';
import { contract, incident, openIncident, type Lived } from './oracles/arbitrary-life.ts';
import { elapsedUntil } from './reckoning.ts';

const RUNS = { numRuns: 400 };
const OF_INCIDENT = [
  'answer',
  'repair',
  'epoch',
  'after-word',
  'customer-answers',
  'beam-contact',
  'status',
  'bulletins',
];
const OF_CONTRACT = [
  'calls',
  'rhythm',
  'visits',
  'lightings',
  'few-moves',
  'hours',
  'tickets',
  'pages',
  'licensed',
  'trained',
];

function all({ terms }: Lived, names: readonly string[], facts: readonly Fact[], now: number): Clock[] {
  return names.flatMap((name) => {
    const term = terms.promises.get(name);
    return term ? clocksOf(terms, term, facts, now) : [];
  });
}

const nameOf = ({ promise, cycle, turn }: Clock) => `${promise} ${cycle}/${turn}`;

/** Checks a law for every clock of generated lives, at the end and at the instant of each fact. */
function everyClock(
  lived: fc.Arbitrary<Lived>,
  names: readonly string[],
  law: (clock: Clock, now: number) => void,
): void {
  fc.assert(
    fc.property(lived, (life) => {
      for (const now of [...life.facts.map(({ at }) => at), life.now]) {
        for (const clock of all(life, names, life.facts, now)) law(clock, now);
      }
    }),
    { numRuns: 150 },
  );
}

describe('an explanation', () => {
  it('covers the time from the opening without gaps, and what counts in it sums to what has elapsed', () => {
    everyClock(incident, OF_INCIDENT, (clock, now) => {
      if (clock.targets.length === 0) return;
      let edge = clock.opened;
      let counted = 0;
      for (const { from, to, counts, kind } of explainClock(clock, now)) {
        expect(from).toBe(edge);
        expect(to).toBeGreaterThan(from);
        expect(counts).toBe(kind === 'counts' || kind === 'late');
        if (counts) counted += to - from;
        edge = to;
      }
      expect(edge).toBe(clock.metAt ?? clock.endedAt ?? now);
      expect(counted).toBe(clock.elapsed);
    });
  });
});

describe('any batching', () => {
  it.each([
    ['incident', incident, OF_INCIDENT],
    ['contract', contract, OF_CONTRACT],
  ] as const)('of the facts of an %s gives the same clocks: asking changes nothing', (kind, lived, names) => {
    fc.assert(
      fc.property(lived, fc.array(fc.boolean(), { minLength: 13, maxLength: 13 }), (life, asks) => {
        for (const name of names) {
          const term = life.terms.promises.get(name);
          if (!term) continue;
          const asked = follow(life.terms, term, kind === 'incident' ? 'i1' : 'contract', kind);
          life.facts.forEach((fact, i) => {
            asked.take(fact);
            if (asks[i]) {
              asked.clocksAt(fact.at);
              asked.clocksAt(Math.max(fact.at, life.now));
            }
          });
          expect(asked.clocksAt(life.now)).toEqual(clocksOf(life.terms, term, life.facts, life.now));
        }
      }),
      RUNS,
    );
  });
  it('of promises does so too: followed together they are what they are each alone', () => {
    fc.assert(
      fc.property(incident, (life) => {
        const together = followersOf(life.terms, life.terms.promises.values(), 'incident')('i1');
        for (const fact of life.facts) together.take(fact);
        const alone = [...life.terms.promises.keys()].filter((name) => OF_INCIDENT.includes(name));
        expect(together.clocksAt(life.now)).toEqual(all(life, alone, life.facts, life.now));
      }),
      RUNS,
    );
  });
});

describe('recomputing', () => {
  it('from the same facts, written and read again, gives the same clocks', () => {
    fc.assert(
      fc.property(incident, (life) => {
        const again = JSON.parse(JSON.stringify(life.facts)) as Fact[];
        expect(all(life, OF_INCIDENT, again, life.now)).toEqual(all(life, OF_INCIDENT, life.facts, life.now));
      }),
      RUNS,
    );
  });
  it('the deadline from the clock itself: there the target is used up, a second before it was not', () => {
    everyClock(incident, ['answer', 'repair'], ({ opened, due, targets, pauses }) => {
      const target = targets.at(-1);
      if (!target || due === undefined || target.duration.counts !== 'working-time') return;
      expect(elapsedUntil(target.calendar, opened, pauses, due)).toBe(target.seconds);
      expect(elapsedUntil(target.calendar, opened, pauses, due - 1)).toBe(target.seconds - 1);
    });
  });
});

describe('the parts of a clock', () => {
  it.each([
    ['incident', incident, OF_INCIDENT],
    ['contract', contract, OF_CONTRACT],
  ] as const)('fit its state (%s)', (_, lived, names) => {
    everyClock(lived, names, (clock, now) => {
      const { state, opened, due, metAt, breachedAt, endedAt, because, pauses, elapsed, remaining } = clock;
      if (state === 'met') expect(metAt).toBeLessThanOrEqual(due ?? Number.POSITIVE_INFINITY);
      if (state === 'met') expect(breachedAt).toBeUndefined();
      expect(state === 'breached').toBe(breachedAt !== undefined);
      if (breachedAt !== undefined) expect(breachedAt >= opened && breachedAt <= now).toBe(true);
      if (state === 'ended') expect(endedAt !== undefined && because !== undefined && metAt === undefined).toBe(true);
      if (state === 'running' || state === 'paused')
        expect([metAt, endedAt, breachedAt]).toEqual([undefined, undefined, undefined]);
      if (state === 'paused') expect(pauses.at(-1)).not.toHaveProperty('to');
      if (state === 'running' || metAt !== undefined || endedAt !== undefined)
        expect(pauses.every(({ to }) => to !== undefined)).toBe(true);
      if (state === 'running' && due !== undefined) expect(due).toBeGreaterThanOrEqual(now);
      let edge = opened;
      for (const { from, to } of pauses) {
        expect(from).toBeGreaterThanOrEqual(edge);
        if (to !== undefined) expect(to).toBeGreaterThan(from);
        edge = to ?? from;
      }
      for (const value of [elapsed, remaining]) if (value !== undefined) expect(value).toBeGreaterThanOrEqual(0);
      expect(
        JSON.stringify({ ...clock, targets: clock.targets.map(({ seconds, due: aimed }) => [seconds, aimed]) }),
      ).not.toContain('null');
    });
  });
});

describe('a breach', () => {
  it.each([
    ['incident', incident, OF_INCIDENT],
    ['contract', contract, OF_CONTRACT],
  ] as const)('is never lost, and never moves (%s)', (_, lived, names) => {
    fc.assert(
      fc.property(lived, fc.array(fc.nat(2000), { maxLength: 4 }), (life, shifts) => {
        const first = life.facts[0]?.at ?? 0;
        const instants = [
          ...life.facts.map(({ at }) => at),
          ...shifts.map((minutes) => first + minutes * 60),
          life.now,
        ].toSorted((a, b) => a - b);
        const breaches = new Map<string, number>();
        for (const now of instants) {
          const found = new Map(all(life, names, life.facts, now).map((clock) => [nameOf(clock), clock.breachedAt]));
          for (const [name, at] of breaches) expect(found.get(name), name).toBe(at);
          for (const [name, at] of found) if (at !== undefined) breaches.set(name, at);
        }
      }),
      { numRuns: 150 },
    );
  });
  it('is not healed by a later acknowledgement', () => {
    fc.assert(
      fc.property(openIncident, fc.nat(400), fc.nat(400), (life, early, delay) => {
        const start = life.facts[0]?.at ?? 0;
        const others = life.facts.filter(({ fact }) => fact !== 'incident.acknowledged');
        const outcome = (at: number) => {
          const acknowledged: Fact = { at, fact: 'incident.acknowledged', subject: 'i1' };
          const facts = [
            ...others.filter((fact) => fact.at <= at),
            acknowledged,
            ...others.filter((fact) => fact.at > at),
          ];
          return all(life, ['answer'], facts, Math.max(life.now, at) + 1);
        };
        const sooner = outcome(start + early * 60);
        const later = outcome(start + (early + delay) * 60);
        for (const clock of sooner) {
          const same = later.find((other) => nameOf(other) === nameOf(clock));
          if (clock.state === 'breached') expect(same?.state).toBe('breached');
        }
      }),
      RUNS,
    );
  });
});

describe('pauses', () => {
  // Days of which every hour counts are no working time, and each hand-over asks the customer for an answer of its own.
  const ON_THE_CALENDAR = ['answer', 'after-word', 'status', 'bulletins'];
  const unpaused = (clocks: readonly Clock[]) => clocks.map((clock) => ({ ...clock, pauses: [] }));
  const handing = (at: number, to: string): Fact => ({ at, fact: `incident.handed-to-${to}`, subject: 'i1' });

  it('outside open hours change nothing', () => {
    fc.assert(
      fc.property(openIncident, fc.nat(11), fc.nat(600), (life, pick, shift) => {
        const { calendar } = life.sample;
        const i = pick % life.facts.length;
        const before = life.facts.slice(0, i + 1);
        const from = (before.at(-1)?.at ?? 0) + shift * 60;
        const next = life.facts[i + 1]?.at ?? life.now;
        const sides = before.filter(({ fact }) => fact.startsWith('incident.handed'));
        if (from >= next || openAt(calendar, from) || sides.at(-1)?.fact === 'incident.handed-to-customer') return;
        const opening = nextOpeningSeconds(calendar, from);
        const to = Number.isNaN(opening) ? next : Math.min(opening, next);
        const paused = [...before, handing(from, 'customer'), handing(to, 'provider'), ...life.facts.slice(i + 1)];
        const repairs = (facts: readonly Fact[]) =>
          all(life, ['repair'], facts, life.now).filter(({ targets }) =>
            targets.every(({ duration }) => duration.counts !== 'calendar'),
          );
        expect(unpaused(all(life, ON_THE_CALENDAR, paused, life.now))).toEqual(
          unpaused(all(life, ON_THE_CALENDAR, life.facts, life.now)),
        );
        expect(unpaused(repairs(paused))).toEqual(unpaused(repairs(life.facts)));
      }),
      { numRuns: 1500 },
    );
  });
  /** Handed back in the very second in which nothing is left, it is due: a pause that begins then comes too late. */
  const isUsedUp = ({ targets, elapsed }: Clock) => elapsed === targets.at(-1)?.seconds;
  it('split in two adjacent ones change nothing, while something is left', () => {
    fc.assert(
      fc.property(incident, fc.nat(11), fc.nat(600), (life, pick, shift) => {
        const i = pick % life.facts.length;
        const before = life.facts.slice(0, i + 1);
        const at = (before.at(-1)?.at ?? 0) + shift * 60;
        if (at > (life.facts[i + 1]?.at ?? life.now)) return;
        const side = before.findLast(({ fact }) => fact.startsWith('incident.handed') || fact === 'incident.reopened');
        if (side?.fact !== 'incident.handed-to-customer') return;
        const split = [...before, handing(at, 'provider'), handing(at, 'customer'), ...life.facts.slice(i + 1)];
        const names = [...ON_THE_CALENDAR, 'repair', 'epoch'];
        if (all(life, names, before, at).some(isUsedUp)) return;
        expect(unpaused(all(life, names, split, life.now))).toEqual(unpaused(all(life, names, life.facts, life.now)));
      }),
      { numRuns: 1500 },
    );
  });
});
