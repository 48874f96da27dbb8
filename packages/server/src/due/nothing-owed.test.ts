import { clocksOf, type Fact } from '@tamarack/core';
import { describe, expect, it } from 'vitest';
import { nothingOwed } from './nothing-owed.ts';
import { terms } from './oracles/terms.ts';

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds / 1000;
const NOON = at('2026-11-20T12:00Z');
const fact = (hour: number, name: string, data?: Fact['data'], subject = '1'): Fact => ({
  at: at(`2026-11-20T${String(hour).padStart(2, '0')}:00Z`),
  fact: name,
  subject,
  ...(data ? { data } : {}),
});
const received = (hour: number, data?: Fact['data']) => fact(hour, 'incident.received', data);

function said(promise: string, facts: readonly Fact[], subject?: string): string {
  const known = terms();
  const term = known.promises.get(promise);
  if (!term) throw new Error(`no promise ${promise}`);
  const clocks = clocksOf(known, term, facts, NOON).filter(
    (clock) => subject === undefined || clock.subject === subject,
  );
  expect(clocks).toEqual([]);
  return nothingOwed({ terms: known, term }, { facts, now: NOON, given: true, subject });
}

describe('nothing is owed, and which reason it has', () => {
  it.each<[string, string, readonly Fact[], string | undefined, string]>([
    [
      'an empty file',
      'answer',
      [],
      undefined,
      'Nothing has opened "answer" by 2026-11-20T12:00:00Z: there are no facts.',
    ],
    [
      'asked before the first fact',
      'answer',
      [received(13, { severity: 1 })],
      undefined,
      'the first fact is of 2026-11-20T13:00:00Z.',
    ],
    [
      'what ends without what begins',
      'answer',
      [fact(9, 'incident.resolved')],
      undefined,
      'by 2026-11-20T12:00:00Z: there is no incident.received.',
    ],
    ['a contract that did not start', 'calls', [received(9)], undefined, 'there is no contract.started.'],
    [
      'opened only later',
      'answer',
      [fact(9, 'contract.started'), received(13)],
      undefined,
      'the first incident.received is of 2026-11-20T13:00:00Z.',
    ],
    [
      'other subjects',
      'reports',
      [received(9, { severity: 1 })],
      '2',
      'Nothing has opened "reports" by 2026-11-20T12:00:00Z for "2": the facts are of others.',
    ],
    [
      'no severity',
      'reports',
      [received(9)],
      undefined,
      '"reports" differs by severity, and the facts name none by then. Give it',
    ],
    [
      'a severity of no promise',
      'reports',
      [received(9, { severity: 2 })],
      undefined,
      '"reports" promises nothing at level gold, severity 2.',
    ],
    [
      'a severity of no promise, after the contract',
      'answer',
      [received(9, { severity: 2 }), fact(10, 'contract.moved', { level: 'base' }, 'contract')],
      undefined,
      'promises nothing at level gold, severity 2.',
    ],
  ])('%s', (_, promise, facts, subject, sentence) => expect(said(promise, facts, subject)).toContain(sentence));
});
