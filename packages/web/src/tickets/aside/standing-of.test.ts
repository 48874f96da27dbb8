import { expect, test } from 'vitest';
import { standingOf } from './standing-of.ts';

const need = (of: 'account' | 'person' | 'each', given: boolean, ...people: readonly [string, boolean][]) => ({
  ...{ of, given, says: `${of} is there.`, missing: `No ${of}.`, remedy: 'Ask for it.' },
  people: people.map(([id, has]) => ({ id, name: id, given: has })),
});
const gate = (fact: string, ...needs: ReturnType<typeof need>[]) => ({
  ...{ promise: 'p', title: 't', says: 's', facts: [fact] },
  needs,
});
const seat = (role: string) => ({
  ...{ name: role, role, roleTitle: role, says: '', allowed: 2, taken: 1, free: 1, sentence: '' },
});

test('what the account and this person have counts; other facts, other people and other roles do not', () => {
  const contract = {
    gates: [
      gate('incident.received', need('account', true), need('person', false, ['lena', true], ['sven', false])),
      gate('incident.received', need('each', false)),
      gate('change.started', need('account', false)),
    ],
    seats: [seat('technical-lead'), seat('approver')],
  };
  const of = (personId: string | undefined) => standingOf(contract, 'incident.received', personId, ['technical-lead']);
  expect(of('lena').needs).toEqual([
    { given: true, says: 'account is there.' },
    { given: true, says: 'person is there.' },
  ]);
  for (const other of ['sven', undefined])
    expect(of(other).needs[1]).toEqual({ given: false, says: 'No person. Ask for it.' });
  expect(of('lena').seats.map(({ role }) => role)).toEqual(['technical-lead']);
});
