import { describe, expect, it } from 'vitest';
import { isHoliday } from '../calendar/is-holiday.ts';
import { lighthouse, ready, term, terms } from './oracles/clocks.ts';
import { LIGHTHOUSE } from './oracles/lighthouse.ts';
import { termsOf } from './terms-of.ts';
import type { Agreed, Deviation } from './terms.ts';

const refusal = (agreed: Partial<Agreed>) => {
  const settled = termsOf(lighthouse, { level: 'beam', ...agreed });
  return settled.ok ? 'granted' : settled.refusal.code;
};
const refusedFields = (agreed: Partial<Agreed>, of = lighthouse) => {
  const settled = termsOf(of, { level: 'beam', ...agreed });
  return settled.ok ? [] : (settled.refusal.fields ?? []).map(({ path, says }) => `${path}: ${says}`);
};
const deviating = (deviation: Deviation) => refusal({ deviations: [deviation] });

describe('levels', () => {
  it.each([
    ['beam', 'granted'],
    ['laser', 'level.unknown'],
    ['constructor', 'level.unknown'],
    ['spark', 'level.not-sold'],
  ])('%s: %s', (level, code) => expect(refusal({ level })).toBe(code));
});

describe('parameters', () => {
  it.each([
    [{}, 'granted'],
    [{ visits: '4' }, 'granted'],
    [{ visits: '5' }, 'parameter.invalid'],
    [{ visits: 'often' }, 'parameter.invalid'],
    [{ 'call-every': '3 weeks' }, 'granted'],
    [{ 'call-every': '3 days' }, 'parameter.invalid'],
    [{ 'call-every': '5 business days' }, 'parameter.invalid'],
    [{ budget: '41 hours' }, 'parameter.invalid'],
    [{ home: 'berlin' }, 'granted'],
    [{ home: 'atlantis' }, 'parameter.invalid'],
    [{ sails: '3' }, 'parameter.unknown'],
  ])('%j: %s', (parameters, code) => expect(refusal({ parameters })).toBe(code));
  it('a rhythm that goes by hours or business days would have no periods, and is refused', () => {
    expect(refusal({ parameters: { rhythm: '5 business days' } })).toBe('parameter.invalid');
    expect(refusal({ parameters: { rhythm: '30 hours' } })).toBe('parameter.invalid');
  });
  it('say what they are and what may be agreed where a contract leaves them out', () => {
    const silent = ready(LIGHTHOUSE.replace(', agreed: 2 weeks}', '}').replace(', agreed: office}', '}'));
    const settled = termsOf(silent, { level: 'beam' });
    expect(settled.ok ? 'granted' : settled.refusal.sentence).toBe(
      'The contract has to agree on call-every (a duration, between 1 week and 1 month: How often there is a call.); home (a calendar: The office that counts.).',
    );
  });
  it('are named one by one where they are refused', () => {
    const silent = ready(LIGHTHOUSE.replace(', agreed: 2 weeks}', '}').replace(', agreed: office}', '}'));
    expect(refusedFields({}, silent)).toEqual([
      'parameters.call-every: The contract has to agree on this: How often there is a call.',
      'parameters.home: The contract has to agree on this: The office that counts.',
    ]);
    expect(refusedFields({ parameters: { sails: '3', masts: '2' } })).toEqual([
      'parameters.sails: There is no such parameter.',
      'parameters.masts: There is no such parameter.',
    ]);
    expect(refusedFields({ parameters: { home: 'atlantis' } })).toEqual([
      'parameters.home: no calendar is called "atlantis".',
    ]);
  });
  it('choose among calendars', () => {
    expect(term(terms({ parameters: { home: 'berlin' } }), 'rhythm').calendars?.hours.zone.zone).toBe('Europe/Berlin');
  });
});

describe('calendars of the contract itself', () => {
  const lisbon = { zone: 'Europe/Lisbon', weekly: { 'mon-fri': ['09:00-17:00'] } };
  const bringing = (calendars: Record<string, unknown>, home = 'lisbon') =>
    refusal({ calendars, parameters: { home } });

  it.each<[string, Record<string, unknown>, string]>([
    ['one', { lisbon }, 'granted'],
    [
      'a union of its own and the description’s, in any order',
      { lisbon: { union: ['own', 'office'] }, own: lisbon },
      'granted',
    ],
    ['none of the name', {}, 'parameter.invalid'],
    ['a name of Object', { constructor: lisbon }, 'parameter.invalid'],
    ['the name of one of the description', { lisbon, office: lisbon }, 'calendar.name-taken'],
    ['no name', { lisbon, 'My hours': lisbon }, 'calendar.invalid'],
    ['one that is never open', { lisbon: { ...lisbon, weekly: {} } }, 'calendar.never-open'],
    ['an unknown zone', { lisbon: { ...lisbon, zone: 'Europe/Lisboa' } }, 'calendar.unknown-zone'],
    ['no mapping', { lisbon: '24x7' }, 'calendar.invalid'],
    [
      'a country without a list',
      { lisbon: { ...lisbon, holidays: { country: 'PT' } } },
      'calendar.holiday-list-missing',
    ],
    ['a circle', { lisbon: { union: ['own'] }, own: { union: ['lisbon'] } }, 'calendar.unknown-part'],
    ['an unused one that cannot be read', { lisbon, porto: {} }, 'calendar.invalid'],
  ])('%s: %#', (_, calendars, code) => expect(bringing(calendars)).toBe(code));
  it('are named with their place', () => {
    const settled = termsOf(lighthouse, { level: 'beam', calendars: { own: { ...lisbon, zone: '+01:00' } } });
    expect(settled.ok ? '' : settled.refusal.sentence).toMatch(/^calendars\.own\.zone: /);
  });
  it('count where a parameter names them, and nowhere else', () => {
    const settled = terms({ calendars: { lisbon }, parameters: { home: 'lisbon' } });
    expect(term(settled, 'rhythm').calendars?.hours.zone.zone).toBe('Europe/Lisbon');
    expect(term(settled, 'calls').calendars?.hours.zone.zone).toBe('Europe/Berlin');
    expect([...settled.calendars.keys()]).toEqual([...lighthouse.calendars.keys(), 'lisbon']);
    expect(lighthouse.calendars.has('lisbon')).toBe(false);
  });
  it('take their public holidays from the list that is handed in', () => {
    const lists = { list: 'fake 1', publicHolidays: () => [{ date: '2026-06-10', name: 'Portugal Day' }] };
    const calendars = { lisbon: { ...lisbon, holidays: { country: 'PT' } } };
    const settled = termsOf(lighthouse, { level: 'beam', calendars }, lists);
    const calendar = settled.ok ? settled.value.calendars.get('lisbon') : undefined;
    expect(calendar && isHoliday(calendar, Temporal.PlainDate.from('2026-06-10'))).toBe(true);
  });
});

describe('deviations', () => {
  it.each<[Deviation, string]>([
    [{ promise: 'answer', severity: 1, value: '15 minutes' }, 'granted'],
    [{ promise: 'answer', severity: 1, value: '2 hours' }, 'granted'],
    [{ promise: 'answer', severity: 1, value: '14 minutes' }, 'deviation.not-allowed'],
    [{ promise: 'answer', severity: 1, value: '121 minutes' }, 'deviation.not-allowed'],
    [{ promise: 'answer', severity: 1, value: '1 business day' }, 'deviation.not-allowed'],
    [{ promise: 'answer', severity: 3, value: '1 hour' }, 'deviation.not-allowed'],
    [{ promise: 'answer', value: '30 days' }, 'deviation.not-allowed'],
    [{ promise: 'answer', value: '1 hour' }, 'deviation.not-allowed'],
    [{ promise: 'answer', severity: 1, level: 'laser', value: '1 hour' }, 'deviation.not-allowed'],
    [{ promise: 'answer', severity: 1, value: 'soon' }, 'deviation.not-allowed'],
    [{ promise: 'repair', severity: 1, value: '1 hour' }, 'deviation.not-allowed'],
    [{ promise: 'hours', value: '1 hour' }, 'deviation.not-allowed'],
    [{ promise: 'nothing', value: '1 hour' }, 'deviation.not-allowed'],
    [{ promise: 'constructor', value: '1 hour' }, 'deviation.not-allowed'],
    [{ promise: 'visits', value: '6' }, 'granted'],
    [{ promise: 'visits', value: '7' }, 'deviation.not-allowed'],
    [{ promise: 'visits', value: '0..1' }, 'deviation.not-allowed'],
    [{ promise: 'launch-plan', value: '10 days' }, 'granted'],
    [{ promise: 'launch-plan', value: '15 days' }, 'deviation.not-allowed'],
  ])('%j: %s', (deviation, code) => expect(deviating(deviation)).toBe(code));
  it('are named by their place in the list where they are refused', () => {
    const fine = { promise: 'visits', value: '6' };
    const [first = ''] = refusedFields({ deviations: [fine, { promise: 'visits', value: '7' }] });
    expect(first).toMatch(/^deviations\.1\.value: "7" lies outside the bounds that "visits" sets for all levels/);
  });
  it('hold at the level and severity that they name, and nowhere else', () => {
    const answer = term(
      terms({ deviations: [{ promise: 'answer', severity: 1, level: 'beam', value: '45 minutes' }] }),
      'answer',
    );
    const seconds = (level: string, severity: number) => {
      const settled = answer.duration(level, severity);
      return settled.is === 'value' && settled.value.counts === 'working-time'
        ? settled.value.seconds / 60
        : settled.is;
    };
    expect([
      seconds('beam', 1),
      seconds('lamp', 1),
      seconds('beam', 2),
      seconds('beam', 4),
      seconds('lamp', 4),
    ]).toEqual([45, 60, 240, 'on-request', 'none']);
  });
});
