import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../deadline/clock.ts';
import { clocksOf } from '../deadline/clocks-of.ts';
import { contract, incident, type Lived } from '../deadline/oracles/arbitrary-life.ts';
import { explanationInWords } from './explanation-in-words.ts';
import { ask, type Happening } from './oracles/asked-clock.ts';
import { zoneOfClock, type View } from './view.ts';
import { wholeWay } from './whole-way.ts';

/** A template that was given an empty figure leaves one of these; so do numbers that are none. */
const HOLES = /\S {2}|``|""|\( |\( *\)| [,.;:]|, ,|undefined|null|NaN|Infinity|-\d+ (?:second|minute|hour)/;

/** The course is left out: two spaces part its columns. */
function holesOf(clock: Clock, view: View, earlier: readonly Clock[]): string[] {
  const {
    headline,
    targets,
    meaning,
    pauses,
    outcome,
    earlier: before,
  } = explanationInWords(clock, wholeWay(clock, view.now), view, earlier);
  return [headline, ...targets, ...meaning, ...pauses, ...outcome, ...before].filter((line) => HOLES.test(line));
}

function holesIn({ terms, facts, now }: Lived): string[] {
  return [...terms.promises.values()].flatMap((term) => {
    const clocks = clocksOf(terms, term, facts, now);
    return clocks.flatMap((clock, i) =>
      holesOf(
        clock,
        { promise: term.clause, description: terms.description, zone: zoneOfClock(clock, term), now },
        clocks.slice(0, i),
      ),
    );
  });
}

describe('no words have a hole where a figure belongs', () => {
  it.each([
    ['incident', incident],
    ['contract', contract],
  ])('of a generated %s', (_, lived) => {
    fc.assert(
      fc.property(lived, (life) => {
        expect(holesIn(life)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('of something announced, whenever it is, was announced and was done', () => {
    const minutes = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(minutes, minutes, minutes, (announcedAt, begins, heldAt) => {
        const when = (after: number) =>
          Temporal.Instant.from('2026-11-16T09:00Z').add({ minutes: after }).toString({ smallestUnit: 'minute' });
        const facts: [number, Happening][] = [
          [announcedAt, [`${when(announcedAt)} launch.announced`, { begins: when(begins) }]],
          [heldAt, [`${when(heldAt)} call.held`, undefined, 'c1', { about: '1' }]],
        ];
        const ordered = facts.toSorted(([a], [b]) => a - b).map(([, fact]) => fact);
        const { clock, clocks, view } = ask({}, 'support', ordered, when(20_001));
        expect(holesOf(clock, view, clocks.slice(0, -1))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
