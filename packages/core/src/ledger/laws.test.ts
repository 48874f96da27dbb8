import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../deadline/clock.ts';
import { clocksOf } from '../deadline/clocks-of.ts';
import type { Fact } from '../deadline/fact.ts';
import { contract, incident, type Lived } from '../deadline/oracles/arbitrary-life.ts';
import type { Term, Terms } from '../deadline/terms.ts';
import { subjectNameOf } from '../facts/vocabulary.ts';
import { clockKey } from './clock-key.ts';
import { factsFor } from './facts-for.ts';
import { followContract } from './follow-contract.ts';
import { isWide, touches } from './touches.ts';
import { wakesAt } from './wakes-at.ts';
import { warningAt } from './warning-at.ts';

const RUNS = { numRuns: 200 };

/** The life's terms with a warning on every promise: at a share that the name gives, so that all of them are met. */
function withWarnings(terms: Terms): Terms {
  const warned = ([name, term]: readonly [string, Term]): [string, Term] => [
    name,
    { ...term, clause: { ...term.clause, 'warn-at': 10 * ((name.length % 9) + 1) } },
  ];
  return { ...terms, promises: new Map([...terms.promises].map(warned)) };
}

type Owed = { readonly term: Term; readonly clock: Clock };

function owed(terms: Terms, facts: readonly Fact[], now: number): Owed[] {
  return [...terms.promises.values()].flatMap((term) =>
    clocksOf(terms, term, facts, now).map((clock) => ({ term, clock })),
  );
}

const states = (all: readonly Owed[]) => all.map(({ clock }) => `${clockKey(clock)} ${clock.state}`);

function nextWake(all: readonly Owed[], now: number): number | undefined {
  const wakes = all.flatMap(({ term, clock }) => wakesAt(clock, term, now) ?? []);
  return wakes.length > 0 ? Math.min(...wakes) : undefined;
}

describe('between two wakes', () => {
  it.each([
    ['incident', incident],
    ['contract', contract],
  ] as const)('no clock changes and no warning falls, if nothing happens (%s)', (_, lived) => {
    fc.assert(
      fc.property(lived, fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 }), (life, picks) => {
        const terms = withWarnings(life.terms);
        let { now } = life;
        for (const pick of picks) {
          const all = owed(terms, life.facts, now);
          const wake = nextWake(all, now);
          const span = (wake ?? now + 40 * 86_400) - now;
          expect(span).toBeGreaterThan(0);
          for (const then of [now + (pick % span), now + span - 1]) {
            const later = owed(terms, life.facts, then);
            expect(states(later)).toEqual(states(all));
            for (const { term, clock } of later) {
              const warning = clock.state === 'running' ? warningAt(clock, term) : undefined;
              if (warning !== undefined) expect(warning <= now || warning > then).toBe(true);
            }
          }
          if (wake === undefined) return;
          now = wake;
        }
      }),
      RUNS,
    );
  });

  it.each([
    ['incident', incident],
    ['contract', contract],
  ] as const)('lies something: at each wake a clock changes, or is warned of (%s)', (_, lived) => {
    fc.assert(
      fc.property(lived, (life) => {
        const terms = withWarnings(life.terms);
        const all = owed(terms, life.facts, life.now);
        for (const { term, clock } of all) {
          const wake = wakesAt(clock, term, life.now);
          if (wake === undefined || clock.state !== 'running' || wake === warningAt(clock, term)) continue;
          const after = owed(terms, life.facts, wake).find((other) => clockKey(other.clock) === clockKey(clock));
          expect(after?.clock.state, clockKey(clock)).not.toBe('running');
        }
      }),
      RUNS,
    );
  });
});

/** The facts that a ledger loads for one promise. */
function loaded(facts: readonly Fact[], term: Term, terms: Terms): Fact[] {
  const { facts: names, ownOfGated } = factsFor(term, terms);
  const gate = term.clause.form === 'gate' && ownOfGated ? term.clause.gate : [];
  const kinds = new Set(gate.map(subjectNameOf));
  const gated = new Set(facts.filter(({ fact }) => gate.includes(fact)).map(({ subject }) => subject));
  return facts.filter(({ fact, subject }) => names.has(fact) || (kinds.has(subjectNameOf(fact)) && gated.has(subject)));
}

/** A life among facts that belong to other things, or to nothing that the contract knows. */
function amidOthers(life: Lived, seeds: readonly number[]): Fact[] {
  const names = [...life.terms.vocabulary.facts, 'unheard.of'];
  const first = life.facts[0]?.at ?? 0;
  const span = Math.max(1, life.now - first);
  const others = seeds.map((seed): Fact => {
    const about = [undefined, 'i1', 'c1', 'x2'][seed % 4];
    return {
      at: first + (seed % span),
      fact: names[seed % names.length] ?? '',
      subject: ['i1', 'c1', 'x2'][seed % 3] ?? '',
      by: 'somebody',
      data: [{}, { severity: 1 }, { level: 'lamp' }, { 'change.risk': 'high', risk: 'high' }, { begins: life.now }][
        seed % 5
      ] as Record<string, string | number>,
      ...(about === undefined ? {} : { about }),
    };
  });
  return [...life.facts, ...others].toSorted((a, b) => a.at - b.at);
}

const seeds = fc.array(fc.nat(1_000_000_000), { maxLength: 30 });

describe('what a promise reads', () => {
  it.each([
    ['incident', incident],
    ['contract', contract],
  ] as const)('is enough: the same clocks as from all facts (%s)', (_, lived) => {
    fc.assert(
      fc.property(lived, seeds, (life, others) => {
        const facts = amidOthers(life, others);
        for (const term of life.terms.promises.values()) {
          const part = loaded(facts, term, life.terms);
          expect(clocksOf(life.terms, term, part, life.now), term.name).toEqual(
            clocksOf(life.terms, term, facts, life.now),
          );
        }
      }),
      RUNS,
    );
  });
  it('followed together, contract-wide promises are what they are each alone', () => {
    fc.assert(
      fc.property(contract, seeds, (life, others) => {
        const facts = amidOthers(life, others);
        const together = followContract(life.terms, life.terms.promises.values(), 'contract');
        for (const fact of facts) together.take(fact);
        const alone = [...life.terms.promises.values()].filter(isWide);
        expect(together.clocksAt(life.now)).toEqual(
          alone.flatMap((term) => clocksOf(life.terms, term, facts, life.now)),
        );
      }),
      RUNS,
    );
  });
});

describe('a fact', () => {
  it.each([
    ['incident', incident],
    ['contract', contract],
  ] as const)('changes only what it touches (%s)', (_, lived) => {
    fc.assert(
      fc.property(lived, seeds, fc.nat(100), (life, others, pick) => {
        const facts = amidOthers(life, others);
        const last = facts.at(-1);
        // Recorded late, anywhere among the others, or at the end.
        const gone = facts[pick % facts.length] ?? last;
        if (!gone) return;
        const without = facts.filter((fact) => fact !== gone);
        const touched = touches(life.terms)(gone.fact);
        for (const term of life.terms.promises.values()) {
          if (isWide(term) ? touched.wide.includes(term.name) : touched.subjects) continue;
          expect(clocksOf(life.terms, term, without, life.now), `${term.name}: ${gone.fact}`).toEqual(
            clocksOf(life.terms, term, facts, life.now),
          );
        }
      }),
      { numRuns: 600 },
    );
  });
});

describe('a key', () => {
  it('belongs to one clock', () => {
    fc.assert(
      fc.property(contract, seeds, (life, others) => {
        const facts = amidOthers(life, others).filter(({ fact }) => !fact.startsWith('service-request.'));
        const keys = owed(life.terms, facts, life.now).map(({ clock }) => clockKey(clock));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      RUNS,
    );
  });
});
