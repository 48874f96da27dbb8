import { describe, expect, test } from 'vitest';
import { type Agreed, describeCalendar, isBusinessDay, isHoliday, isOpen, termsOf } from '@tamarack/core';
import { readService } from '../services/read-service.ts';

/** A service that nobody had in mind when the program was written: it may need no code. */
const { ready, diagnostics } = await readService('tests/sixth-service/harbourline.yaml');

function calendar(name: string) {
  const found = ready.calendars.get(name);
  if (!found) throw new Error(`There is no calendar "${name}".`);
  return found;
}

function terms(agreed: Partial<Agreed> = {}) {
  const settled = termsOf(ready, {
    level: 'fleet',
    ...agreed,
    parameters: { 'advice-hours': '10 hours', ...agreed.parameters },
  });
  if (!settled.ok) throw new Error(settled.refusal.sentence);
  return settled.value;
}

function term(name: string, agreed: Partial<Agreed> = {}) {
  const found = terms(agreed).promises.get(name);
  if (!found) throw new Error(`There is no promise "${name}".`);
  return found;
}

const open = (name: string, at: string) => isOpen(calendar(name), Temporal.Instant.from(at));
const day = (text: string) => Temporal.PlainDate.from(text);

test('a sixth service reads without findings', () => {
  expect(diagnostics).toEqual([]);
});

describe('its calendars', () => {
  test.for([
    ['2026-11-23T07:59:59Z', false, 'before the desk opens'],
    ['2026-11-23T08:00:00Z', true, 'winter time: Lisbon is on UTC'],
    ['2026-11-23T13:30:00Z', false, 'lunch'],
    ['2026-11-23T17:59:59Z', true, 'the last second'],
    ['2026-11-27T14:30:00Z', false, 'Friday afternoon'],
    ['2027-07-05T07:00:00Z', true, 'summer time: an hour earlier on UTC'],
    ['2027-07-05T17:30:00Z', false, 'and an hour earlier over'],
    ['2026-12-24T11:59:59Z', true, 'the half of Christmas Eve that is worked'],
    ['2026-12-24T12:00:00Z', false, 'the half that is not'],
    ['2026-12-08T10:00:00Z', true, 'a public holiday that the desk works'],
    ['2026-12-01T10:00:00Z', false, 'a public holiday of the list'],
    ['2027-02-06T09:30:00Z', true, 'a Saturday by exception'],
    ['2027-02-13T09:30:00Z', false, 'any other Saturday'],
  ] as const)('Lisbon, %s: open is %s, %s', ([at, expected]) => {
    expect(open('lisbon-desk', at)).toBe(expected);
  });

  test.for([
    ['2026-11-23T03:29:59Z', false, 'before nine'],
    ['2026-11-23T03:30:00Z', true, 'nine on the wall, half an hour off the others'],
    ['2027-07-05T03:30:00Z', true, 'no summer time'],
    ['2027-01-26T05:00:00Z', false, 'Republic Day'],
    ['2027-01-01T07:29:59Z', false, 'the morning of New Year'],
    ['2027-01-01T07:30:00Z', true, 'its afternoon'],
  ] as const)('Pune, %s: open is %s, %s', ([at, expected]) => {
    expect(open('pune-desk', at)).toBe(expected);
  });

  test.for([
    ['2026-11-23T04:00:00Z', true, 'Pune alone'],
    ['2026-11-23T09:00:00Z', true, 'both'],
    ['2026-11-23T13:30:00Z', false, 'Lisbon at lunch, Pune gone home'],
    ['2026-11-23T16:00:00Z', true, 'Lisbon alone'],
    ['2026-12-01T10:00:00Z', true, 'a holiday in Lisbon only'],
    ['2026-11-28T16:30:00Z', true, 'the night watch begins: Saturday, ten in the evening'],
    ['2026-11-29T00:29:59Z', true, 'and lasts into Sunday'],
    ['2026-11-29T00:30:00Z', false, 'until six'],
  ] as const)('both desks, %s: open is %s, %s', ([at, expected]) => {
    expect(open('both-desks', at)).toBe(expected);
  });

  test('half a holiday is a business day, a whole one is not', () => {
    const lisbon = calendar('lisbon-desk');
    expect([day('2026-12-24'), day('2026-12-25')].map((date) => isBusinessDay(lisbon, date))).toEqual([true, false]);
    expect([day('2026-12-24'), day('2026-12-08')].map((date) => isHoliday(lisbon, date))).toEqual([true, false]);
  });

  test('the union says whose dates it has, and what it is made of', () => {
    expect(describeCalendar(calendar('both-desks'))[0]).toBe(
      'Open whenever any of these calendars is open: lisbon-desk, pune-desk and part 3. Dates are those of Europe/Lisbon.',
    );
  });
});

describe('its vocabulary', () => {
  const { facts, states, fields } = terms().vocabulary;

  test('activities have the facts of their kind and their own', () => {
    const named = [...facts].filter((fact) => fact.startsWith('restore-drill.') || fact.startsWith('page-out.'));
    expect(named).toEqual([
      'restore-drill.begun',
      'restore-drill.data-verified',
      'restore-drill.failed',
      'page-out.raised',
      'page-out.waved-through',
    ]);
    expect([...facts]).toEqual(expect.arrayContaining(['cutover.begins', 'runbook.delivered', 'go-ahead.given']));
  });

  test('and states and fields', () => {
    expect(states.get('go-ahead.in-force')).toEqual({ begins: ['go-ahead.given'], ends: ['go-ahead.withdrawn'] });
    expect(states.get('cutover.open')?.begins).toEqual(['cutover.announced']);
    expect([...fields]).toEqual(expect.arrayContaining(['restore-drill.dataset', 'restore-drill.minutes']));
  });
});

describe('its promises', () => {
  const minutes = (count: number) => ({ is: 'value', value: { counts: 'working-time', seconds: count * 60 } });

  test('three levels: each takes what it does not say itself from the one it includes', () => {
    const { duration } = term('first-word');
    expect(duration('fleet', 1)).toEqual(minutes(10));
    expect(duration('fleet', 3)).toEqual({ is: 'value', value: { counts: 'business-days', days: 2 } });
    expect(duration('harbour', 1)).toEqual(minutes(20));
    expect(duration('lookout', 3)).toEqual({ is: 'none' });
  });

  test('what belongs to a level belongs to those that include it, and to no other', () => {
    const belongs = (promise: string) => ['lookout', 'harbour', 'fleet'].map((level) => term(promise).appliesTo(level));
    expect(belongs('outage-reports')).toEqual([true, true, true]);
    expect(belongs('repair')).toEqual([false, true, true]);
    expect(belongs('restore-drills')).toEqual([false, false, true]);
  });

  test('a level that is only included cannot be sold', () => {
    const settled = termsOf(ready, { level: 'lookout', parameters: { 'advice-hours': '1 hour' } });
    expect(settled).toMatchObject({ ok: false, refusal: { code: 'level.not-sold' } });
  });

  test('a contract has to say what nothing is agreed for, within its bounds', () => {
    const code = (parameters: Record<string, string>) => {
      const settled = termsOf(ready, { level: 'fleet', parameters });
      return settled.ok ? 'granted' : settled.refusal.code;
    };
    expect(code({})).toBe('parameter.missing');
    expect(code({ 'advice-hours': '41 hours' })).toBe('parameter.invalid');
    expect(code({ 'advice-hours': '40 hours', 'home-desk': 'pune-desk' })).toBe('granted');
    expect(code({ 'advice-hours': '40 hours', 'home-desk': 'moon-desk' })).toBe('parameter.invalid');
  });

  test('drills are counted by the calendar quarter, forecasts by quarters of the contract', () => {
    expect(ready.description.promises['restore-drills']).toMatchObject({
      form: 'count',
      per: { unit: 'quarter', aligned: 'calendar' },
    });
    expect(term('restore-drills').times('fleet', undefined)).toEqual({ is: 'value', value: { least: 1 } });
    expect(term('capacity-forecasts').duration('fleet', undefined)).toEqual({
      is: 'value',
      value: { counts: 'calendar', unit: 'quarter', count: 1 },
    });
  });

  test('more drills can be agreed, fewer cannot', () => {
    const agreeing = (value: string) =>
      termsOf(ready, {
        level: 'fleet',
        parameters: { 'advice-hours': '1 hour' },
        deviations: [{ promise: 'restore-drills', value }],
      }).ok;
    expect(['at least 3', 'at most 2'].map(agreeing)).toEqual([true, false]);
  });

  test('the runbook is due three business days ahead, and needs two things', () => {
    const clause = term('runbook-before-cutover').clause;
    expect(clause).toMatchObject({
      form: 'before',
      when: ['cutover.announced', 'cutover.moved'],
      before: 'cutover.begins',
      ahead: { by: 'all', cell: { cell: 'value', value: { counts: 'business-days', days: 3 } } },
      until: { all: [['runbook.delivered'], ['go-ahead.given', 'runbook.accepted']] },
    });
  });

  test('pages are limited by the week, advice by the hour', () => {
    const rate = { of: 'rate', count: 2, per: 'week' };
    expect(term('quiet-nights').quantity('fleet', undefined)).toEqual({ is: 'value', value: rate });
    expect(term('quiet-nights').quantity('harbour', undefined)).toEqual({ is: 'value', value: { ...rate, count: 5 } });
    const agreed = { parameters: { 'advice-hours': '12 hours' } };
    expect(term('advice', agreed).quantity('fleet', undefined)).toEqual({
      is: 'value',
      value: { of: 'time', seconds: 43_200 },
    });
  });
});
