import { describe, expect, it } from 'vitest';
import { term, terms } from '../deadline/oracles/clocks.ts';
import { factsFor } from './facts-for.ts';
import { ownerOf } from './owner-of.ts';
import { touches } from './touches.ts';

const touched = touches(terms());

describe('a fact touches', () => {
  it('its own subject and the gates and limits that name it', () => {
    expect(touched('incident.received')).toEqual({ subjects: true, wide: ['tickets', 'licensed', 'trained'] });
  });
  it('nothing but periods, where it is evidence or excuse of the contract alone', () => {
    expect(touched('call.held')).toEqual({ subjects: false, wide: ['calls'] });
    expect(touched('call.moved')).toEqual({ subjects: false, wide: ['calls', 'few-moves'] });
    expect(touched('hours.excess-approved')).toEqual({ subjects: false, wide: ['hours'] });
  });
  it('subjects of another kind, whose evidence it is', () => {
    expect(touched('report.delivered')).toEqual({ subjects: true, wide: [] });
  });
  it('gates by both ends of their state, and by what their conditions ask of the gated subject', () => {
    expect(touched('licence.expired').wide).toEqual(['licensed']);
    expect(touched('person.removed').wide).toEqual(['trained-still']);
    expect(touched('change.requested').wide).toEqual(['risky-changes']);
    expect(touched('errand.requested')).toEqual({ subjects: true, wide: ['agreed-errands'] });
  });
  it('everything that asks how the contract stands', () => {
    const wide = ['calls', 'rhythm', 'visits', 'lightings', 'few-moves', 'hours', 'tickets', 'pages'];
    const standing = { subjects: true, wide: [...wide, 'agreed-errands', 'risky-changes'] };
    expect(touched('contract.moved')).toEqual(standing);
    expect(touched('account.marked-notable')).toEqual(standing);
  });
  it('nothing that the description does not know, or does not ask', () => {
    expect(touched('unheard.of')).toEqual({ subjects: false, wide: [] });
    expect(touched('escalation.raised')).toEqual({ subjects: false, wide: [] });
  });
});

describe('the facts for a gate', () => {
  it('name its needs, and say where it asks for the life of what it gates', () => {
    const settled = terms();
    const licensed = factsFor(term(settled, 'licensed'), settled);
    expect([...licensed.facts]).toEqual([
      'incident.received',
      'service-request.received',
      'licence.issued',
      'licence.renewed',
      'licence.expired',
      'licence.revoked',
    ]);
    expect(licensed.ownOfGated).toBe(false);
    expect(factsFor(term(settled, 'risky-changes'), settled).ownOfGated).toBe(true);
  });
});

describe('the owner of a promise', () => {
  it('is one role of one side, where it is named', () => {
    expect(ownerOf(term(terms(), 'repair'))).toEqual({ side: 'provider', role: 'keeper' });
    expect(ownerOf(term(terms(), 'access'))).toEqual({ side: 'customer', role: 'lead' });
    expect(ownerOf(term(terms(), 'licensed'))).toBeUndefined();
  });
});
