import { describe, expect, test } from 'vitest';
import {
  type Agreed,
  type Decision,
  type Fact,
  type FactData,
  type Terms,
  eligibilityOf,
  gatesFor,
  gatesOf,
  scopeOf,
  seatsOf,
  termsOf,
} from '@tamarack/core';
import { readService } from './read-service.ts';

/** Rows that are asked before something happens, each shown granted and shown refused. */
const almacare = await readService('services/almacare.yaml');
const gitlab = await readService('services/gitlab-tam.yaml');

function terms(service: typeof almacare, agreed: Agreed): Terms {
  const settled = termsOf(service.ready, agreed);
  if (!settled.ok) throw new Error(settled.refusal.sentence);
  return settled.value;
}

const essential = terms(almacare, { level: 'essential' });
const enhanced = terms(almacare, { level: 'enhanced' });
const at = (when: string) => Temporal.Instant.from(when).epochMilliseconds / 1000;
const fact = (
  when: string,
  name: string,
  subject: string,
  rest: { about?: string; by?: string; data?: FactData } = {},
): Fact => ({ at: at(when), fact: name, subject, ...rest });

describe('AC4: seats of technical leads', () => {
  const seats = (hosts: number | undefined, taken: number) =>
    seatsOf(essential, {
      counts: hosts === undefined ? {} : { hosts },
      taken: { 'technical-lead': taken },
    })[0];

  test.for([
    [0, 0],
    [1, 2],
    [1000, 2],
    [1001, 4],
    [2400, 6],
    [4001, 10],
    [5000, 10],
    [5001, 10],
    [120_000, 10],
  ] as const)('%i hosts have %i', ([hosts, allowed]) => {
    expect(seats(hosts, 0)).toMatchObject({ allowed, free: allowed, role: 'technical-lead' });
  });
  test('are told with their arithmetic', () => {
    expect(seats(2400, 5)).toEqual({
      name: 'technical-leads',
      role: 'technical-lead',
      says: 'Two technical leads for each started 1,000 hosts, never more than ten.',
      each: 2,
      perStarted: 1000,
      unit: 'hosts',
      units: 2400,
      started: 3,
      atMost: 10,
      allowed: 6,
      taken: 5,
      free: 1,
      sentence: '2 for each started 1,000 hosts: 2,400 hosts start 3, so 6; never more than 10.',
    });
    expect(seats(6500, 0)?.sentence).toBe(
      '2 for each started 1,000 hosts: 6,500 hosts start 7, so 14; never more than 10, so 10.',
    );
    expect(seats(0, 0)?.sentence).toBe('2 for each started 1,000 hosts: 0 hosts start none, so 0; never more than 10.');
  });
  test('are none to give away, where all are taken, or more', () => {
    expect(seats(1000, 2)).toMatchObject({ allowed: 2, taken: 2, free: 0 });
    expect(seats(1000, 3)).toMatchObject({ allowed: 2, taken: 3, free: 0 });
  });
  test('are not guessed, where nobody counted the hosts', () => {
    for (const hosts of [undefined, -1, 0.5, Number.NaN]) {
      expect(seats(hosts, 0)).toMatchObject({
        allowed: undefined,
        free: 0,
        sentence: '2 for each started 1,000 hosts: the number of hosts is not known; never more than 10.',
      });
    }
  });
});

describe('GL1: who can have the service', () => {
  const asked = (level: string, account: FactData, decisions: readonly Decision[] = []) =>
    eligibilityOf(gitlab.ready.description, level, account, decisions);
  const customer = (segment: string, revenue: number) => ({ segment, 'annual-recurring-revenue': revenue });

  test.for([
    ['enterprise', customer('enterprise', 50_000), 'eligible'],
    ['enterprise', customer('enterprise', 49_999), 'needs-exception'],
    ['enterprise', customer('mid-market', 90_000), 'needs-exception'],
    ['commercial', customer('mid-market', 50_001), 'eligible'],
    ['commercial', customer('small-business', 50_001), 'eligible'],
    ['commercial', customer('mid-market', 50_000), 'needs-exception'],
    ['commercial', customer('enterprise', 90_000), 'needs-exception'],
    ['commercial', {}, 'needs-exception'],
  ] as const)('%s for %o: %s', ([level, account, eligibility]) => {
    expect(asked(level, account).eligibility).toBe(eligibility);
  });
  test('is told with the rules of the level and the values that they asked', () => {
    expect(asked('commercial', { segment: 'mid-market' }).rules).toEqual([
      {
        name: 'commercial',
        says: 'Mid-market and small-business customers with annual recurring revenue of more than $50,000.',
        condition:
          'the segment of the customer is mid market or small business and the annual recurring revenue is more than 50,000',
        holds: false,
        asks: [
          { field: 'segment', called: 'the segment of the customer', value: 'mid-market' },
          { field: 'annual-recurring-revenue', called: 'the annual recurring revenue' },
        ],
      },
    ]);
  });
  test('an exception is decided by all the roles that it names', () => {
    const small = customer('enterprise', 10_000);
    const decision = (role: string, grants: boolean): Decision => ({ exception: 'growth', role, grants });
    const outcome = (...decisions: Decision[]) => asked('enterprise', small, decisions).eligibility;
    expect(outcome()).toBe('needs-exception');
    expect(outcome(decision('sales-leadership', true))).toBe('needs-exception');
    expect(outcome(decision('sales-leadership', true), decision('account-management-leadership', true))).toBe(
      'by-exception',
    );
    expect(outcome(decision('sales-leadership', true), decision('account-management-leadership', false))).toBe(
      'not-eligible',
    );
    expect(outcome(decision('sales-leadership', false), decision('sales-leadership', true))).toBe('needs-exception');
    expect(outcome(decision('sales-leadership', true), decision('somebody', true))).toBe('needs-exception');
  });
  test('everybody, where the description sets no rules', () => {
    expect(eligibilityOf(almacare.ready.description, 'essential', {})).toEqual({
      eligibility: 'eligible',
      rules: [],
      exceptions: [],
    });
  });
});

describe('AC5, AC6 and AC20: may it happen now?', () => {
  const NOW = '2026-06-03T09:00:00Z';
  const ticket = fact(NOW, 'incident.received', 'I-1', { by: 'ada', about: 'product-1' });
  const licence = (event: string, about?: string) =>
    fact('2026-06-02T09:00:00Z', `licence.${event}`, 'L-1', about === undefined ? {} : { about });
  const trained = fact('2026-06-02T09:00:00Z', 'person.trained', 'ada');
  const closed = (of: Fact, ...history: Fact[]) =>
    gatesFor(essential, of, history)
      .filter(({ open }) => !open)
      .map(({ promise }) => promise);

  test('AC20: a ticket needs a valid licence for its product', () => {
    expect(closed(ticket, licence('issued'), trained)).toEqual([]);
    expect(closed(ticket, licence('issued', 'product-1'), trained)).toEqual([]);
    expect(closed(ticket, licence('issued', 'product-2'), trained)).toEqual(['entitlement']);
    expect(closed(ticket, licence('issued'), licence('expired'), trained)).toEqual(['entitlement']);
    expect(gatesFor(essential, ticket, [trained])[0]).toEqual({
      promise: 'entitlement',
      title: 'Support for licensed customers',
      says: 'Only a customer with a valid licence for the product is entitled to support.',
      open: false,
      needs: [
        {
          facts: ['licence.issued', 'licence.renewed'],
          given: false,
          says: 'A licence is valid.',
          missing: 'No valid licence.',
          remedy: 'First a licence is issued or renewed.',
        },
      ],
    });
  });
  test('AC20: of several products, only a licence for the very one opens', () => {
    const of = (product: string) => ({ ...ticket, data: { product } });
    const issued = { ...licence('issued'), data: { product: 'Alma' } };
    expect(closed(of('Alma'), issued, trained)).toEqual([]);
    expect(closed(ticket, issued, trained)).toEqual([]);
    expect(closed(of('Cloud'), issued, trained)).toEqual(['entitlement']);
    expect(gatesFor(essential, of('Cloud'), [issued, trained])[0]?.needs).toMatchObject([
      { missing: 'No valid licence for Cloud.', remedy: 'First a licence is issued or renewed for Cloud.' },
    ]);
  });
  test('AC5 and AC6: a ticket comes from a person who was trained', () => {
    expect(closed(ticket, licence('issued'))).toEqual(['trained-submitters']);
    expect(closed({ ...ticket, by: 'bob' }, licence('issued'), trained)).toEqual(['trained-submitters']);
    const [, submitters] = gatesFor(essential, ticket, [licence('issued')]);
    expect(submitters?.needs).toEqual([
      {
        facts: ['person.trained'],
        given: false,
        says: 'The named person has been trained.',
        missing: 'The named person has not been trained.',
        remedy: 'First the person who submits it is trained.',
      },
    ]);
  });
  test('AC5: a technical lead takes the seat after the training, another person without it', () => {
    const seated = (role: string) => fact(NOW, 'person.seated', 'ada', { data: { role } });
    expect(closed(seated('technical-lead'))).toEqual(['training-before-seat']);
    expect(closed(seated('technical-lead'), trained)).toEqual([]);
    expect(gatesFor(essential, seated('customer-contact'), [])).toEqual([]);
    const [gate] = gatesFor(essential, seated('technical-lead'), []);
    expect(gate?.needs[0]?.remedy).toBe('First the named person is trained.');
  });
  test('what comes later does not count, and what no gate names may always happen', () => {
    expect(closed(ticket, licence('issued'), { ...trained, at: ticket.at + 1 })).toEqual(['trained-submitters']);
    expect(gatesFor(essential, fact(NOW, 'incident.acknowledged', 'I-1'), [])).toEqual([]);
  });
});

describe('gates as they stand before anything wants to pass', () => {
  const licence = (event: string, about?: string) =>
    fact('2026-06-02T09:00:00Z', `licence.${event}`, 'L-1', about === undefined ? {} : { about });
  const gate = (name: string, history: readonly Fact[] = []) => {
    const found = gatesOf(essential, history, ['ada', 'bob']).find(({ promise }) => promise === name);
    if (!found) throw new Error(`no gate ${name}`);
    return found;
  };

  test('AC20: a licence is asked of the account, and is there or not for everything', () => {
    expect(gate('entitlement').facts).toEqual(['incident.received', 'service-request.received']);
    expect(gate('entitlement').needs).toEqual([
      {
        of: 'account',
        says: 'A licence is valid.',
        given: false,
        passing: [],
        missing: 'No valid licence.',
        remedy: 'First a licence is issued or renewed.',
      },
    ]);
    const given = (...history: Fact[]) => gate('entitlement', history).needs[0]?.given;
    expect(given(licence('issued'))).toBe(true);
    expect(given(licence('issued'), licence('expired'))).toBe(false);
    // Of one product only: whether it counts, the ticket's own product decides.
    expect(given(licence('issued', 'product-1'))).toBe(false);
  });
  test('AC6: a training is asked of each person', () => {
    const trained = fact('2026-06-02T09:00:00Z', 'person.trained', 'ada');
    expect(gate('trained-submitters', [trained]).needs[0]).toMatchObject({
      of: 'person',
      given: false,
      passing: ['ada'],
    });
  });
  test('AC5: what is asked of the very thing that passes is known of none beforehand, whatever the gate’s condition', () => {
    const trained = fact('2026-06-02T09:00:00Z', 'person.trained', 'ada');
    expect(gate('training-before-seat', [trained]).needs[0]).toMatchObject({ of: 'each', given: false, passing: [] });
  });
  test('a gate of a higher level is none of a lower one', () => {
    const only = readOnly('essential');
    expect(only).not.toContain('entitlement');
    expect(readOnly('enhanced')).toContain('entitlement');
  });

  /** The gates of a level where the first one is promised at the higher level only. */
  function readOnly(level: string): readonly string[] {
    const settled = terms(almacare, { level });
    const first = settled.promises.get('entitlement');
    if (!first) throw new Error('no such gate');
    const promises = new Map(settled.promises).set('entitlement', {
      ...first,
      appliesTo: (asked: string) => asked === 'enhanced',
    });
    return gatesOf({ ...settled, promises }, [], []).map(({ promise }) => promise);
  }
});

describe('AC2 and AC18: the scope of a level', () => {
  test('has what the level includes, and nothing of a higher one', () => {
    const names = (of: Terms) => scopeOf(of).covered.map(({ name }) => name);
    expect(names(essential)).toContain('migration');
    expect(names(essential)).not.toContain('applications');
    expect(names(enhanced)).toEqual(expect.arrayContaining(['migration', 'applications']));
    expect(scopeOf(essential).covered[0]).toEqual({
      name: 'installation-and-update',
      title: 'AlmaLinux installation and update',
      items: ['Packaging', 'Dependencies', 'Repositories'],
    });
  });
  test('says on which grounds a request can be declined, what is excluded, and what is needed', () => {
    const scope = scopeOf(essential);
    expect(scope.grounds.map(({ name }) => name)).toContain('third-party');
    expect(scope.excluded).toEqual([]);
    expect(scopeOf(enhanced).excluded.map(({ name }) => name)).toEqual(['changes-to-software']);
    expect(scope.needs.map(({ name }) => name)).toContain('licence');
    expect(scopeOf(terms(gitlab, { level: 'enterprise' })).open).toMatch(/^The list is open/);
  });
});
