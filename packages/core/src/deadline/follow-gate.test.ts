import { describe, expect, it } from 'vitest';
import type { ClauseOf } from '../agreement/grammar/promise.ts';
import type { Fact } from './fact.ts';
import { followGate } from './follow-gate.ts';
import { clocks, fact, term, terms } from './oracles/clocks.ts';

const states = (promise: string, facts: readonly Fact[], level = 'beam') =>
  clocks(promise, facts, '2027-01-01T00:00', { level }).map(({ subject, state }) => `${subject} ${state}`);
const received = (when: string, subject: string, by?: string) =>
  fact(when, 'incident.received', subject, by === undefined ? {} : { by });

describe('a gate that is open while a state lasts', () => {
  it('breaks by what happens before, after and between', () => {
    const licence = (when: string, event: string) => fact(when, `licence.${event}`, 'key');
    const facts = [
      received('2026-06-01T00:00', 'i1'),
      licence('2026-06-02T00:00', 'issued'),
      received('2026-06-02T00:00', 'i2'),
      licence('2026-06-03T00:00', 'expired'),
      received('2026-06-03T00:00', 'i3'),
      licence('2026-06-04T00:00', 'renewed'),
      received('2026-06-05T00:00', 'i4'),
    ];
    expect(states('licensed', facts)).toEqual(['i1 breached', 'i2 met', 'i3 breached', 'i4 met']);
  });
  it('for a product opens to what is of that product, or of none; for none in particular to everything', () => {
    const licence = (when: string, event: string, key: string, product?: string) =>
      fact(when, `licence.${event}`, key, product === undefined ? {} : { data: { product } });
    const of = (when: string, subject: string, product?: string) =>
      fact(when, 'incident.received', subject, product === undefined ? {} : { data: { product } });
    const facts = [
      licence('2026-06-01T00:00', 'issued', 'k1', 'Lamps'),
      of('2026-06-02T00:00', 'i1', 'Lamps'),
      of('2026-06-02T00:00', 'i2', 'Boats'),
      of('2026-06-02T00:00', 'i3'),
      licence('2026-06-03T00:00', 'expired', 'k1'),
      licence('2026-06-03T00:00', 'issued', 'k2', 'Boats'),
      of('2026-06-04T00:00', 'i4', 'Lamps'),
      of('2026-06-04T00:00', 'i5', 'Boats'),
      licence('2026-06-05T00:00', 'renewed', 'k1'),
      of('2026-06-06T00:00', 'i6', 'Lamps'),
    ];
    const expected = ['i1 met', 'i2 breached', 'i3 met', 'i4 breached', 'i5 met', 'i6 met'];
    expect(states('licensed', facts)).toEqual(expected);
    const everything = [licence('2026-06-01T00:00', 'issued', 'k3'), of('2026-06-02T00:00', 'i1', 'Boats')];
    expect(states('licensed', everything)).toEqual(['i1 met']);
  });
  it('of a person opens for that person, and shuts when the person leaves', () => {
    const asked = (when: string, subject: string, by: string) =>
      fact(when, 'service-request.received', subject, { by });
    const facts = [
      fact('2026-06-01T00:00', 'person.trained', 'ada'),
      asked('2026-06-02T00:00', 's1', 'ada'),
      asked('2026-06-02T00:00', 's2', 'bob'),
      fact('2026-06-03T00:00', 'person.removed', 'ada'),
      asked('2026-06-04T00:00', 's3', 'ada'),
    ];
    expect(states('trained-still', facts)).toEqual(['s1 met', 's2 breached', 's3 breached']);
  });
  it('of an agreement shuts when it is withdrawn', () => {
    const nda = (when: string, event: string, about?: string) =>
      fact(when, `nda.${event}`, 'n1', about === undefined ? {} : { about });
    const shown = (when: string, about?: string) =>
      fact(when, 'preview.shown', when.slice(5, 10), about === undefined ? {} : { about });
    const facts = [
      shown('2026-06-01T00:00'),
      nda('2026-06-02T00:00', 'given'),
      shown('2026-06-03T00:00', 'x'),
      nda('2026-06-04T00:00', 'withdrawn'),
      shown('2026-06-05T00:00'),
    ];
    expect(states('previews', facts)).toEqual(['06-01 breached', '06-03 met', '06-05 breached']);
    const about = [
      nda('2026-06-02T00:00', 'given', 'x'),
      shown('2026-06-03T00:00', 'x'),
      shown('2026-06-04T00:00', 'y'),
      shown('2026-06-05T00:00'),
    ];
    expect(states('previews', about)).toEqual(['06-03 met', '06-04 breached', '06-05 breached']);
  });
});

describe('a gate that evidence opens', () => {
  it('of a person opens for who causes the gated fact, and for nobody unknown', () => {
    const facts = [
      fact('2026-06-01T00:00', 'person.trained', 'ada'),
      received('2026-06-02T00:00', 'i1', 'ada'),
      received('2026-06-02T00:00', 'i2', 'bob'),
      received('2026-06-02T00:00', 'i3'),
    ];
    expect(states('trained', facts)).toEqual(['i1 met', 'i2 breached', 'i3 breached']);
  });
  it('of the same kind opens for the same subject, in the order of the journal', () => {
    const errand = (event: string, subject: string) => fact('2026-06-01T00:00', `errand.${event}`, subject);
    const facts = [errand('agreed', 'e1'), errand('started', 'e1'), errand('started', 'e2'), errand('agreed', 'e2')];
    expect(states('agreed-errands', facts)).toEqual(['e1 met', 'e2 breached']);
    expect(states('agreed-errands', facts, 'lamp')).toEqual([]);
  });
  it('asks for all that it needs, on a condition that an earlier fact of the subject answered', () => {
    const change = (event: string, subject: string, risk?: string) =>
      fact('2026-06-01T00:00', `change.${event}`, subject, risk === undefined ? {} : { data: { risk } });
    const facts = [
      change('requested', 'a', 'high'),
      change('assessed', 'a'),
      change('started', 'a'),
      change('requested', 'b', 'high'),
      change('assessed', 'b'),
      change('authorised', 'b'),
      change('started', 'b'),
      change('requested', 'c', 'low'),
      change('started', 'c'),
    ];
    expect(states('risky-changes', facts)).toEqual(['a breached', 'b met']);
  });
});

describe('asking a gate beforehand', () => {
  it('tells what it asks of a fact, and changes nothing', () => {
    const settled = terms();
    const gate = term(settled, 'risky-changes');
    const follower = followGate(settled, gate, gate.clause as ClauseOf<'gate'>);
    follower.take(fact('2026-06-01T00:00', 'change.requested', 'a', { data: { risk: 'low' } }));
    const start = fact('2026-06-01T00:00', 'change.started', 'a');
    follower.take(fact('2026-06-01T00:00', 'change.assessed', 'a'));
    expect(follower.needsFor({ ...start, data: { risk: 'high' } })).toEqual([
      { facts: ['change.assessed'], given: true },
      { facts: ['change.authorised'], given: false },
    ]);
    expect(follower.needsFor(start)).toBeUndefined();
    expect(follower.needsFor({ ...start, fact: 'change.closed' })).toBeUndefined();
    expect(follower.clocksAt(start.at)).toEqual([]);
  });
});
