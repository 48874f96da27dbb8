import { expect, test } from 'vitest';
import { DAYS, weeklyOf, weekOf } from './week.ts';

const nobodyWorks = Object.fromEntries(DAYS.map((day) => [day, ''])) as Parameters<typeof weeklyOf>[0];

test('ranges of days are spread out, also over the end of the week', () => {
  const week = weekOf({ 'mon-fri': ['09:00-12:30', '13:00-17:00'], 'sat-mon': ['20:00-21:00'] });
  expect(week.wed).toBe('09:00-12:30, 13:00-17:00');
  expect(week.mon).toBe('09:00-12:30, 13:00-17:00, 20:00-21:00');
  expect(week.sun).toBe('20:00-21:00');
});

test('hours are read as people type them; days in a row become a range', () => {
  const week = { ...nobodyWorks, mon: '9-17', tue: '09:00–17:00', wed: '9:00 - 17', fri: '8:30-12,13-15' };
  expect(weeklyOf(week)).toEqual({
    ok: true,
    weekly: { 'mon-wed': ['09:00-17:00'], fri: ['08:30-12:00', '13:00-15:00'] },
  });
});

test('what is written comes back the same', () => {
  const weekly = { 'mon-thu': ['09:00-12:00', '13:00-18:00'], sat: ['10:00-14:00'] };
  expect(weeklyOf(weekOf(weekly))).toEqual({ ok: true, weekly });
});

test('a day that cannot be read is named, and nothing is sent', () => {
  expect(weeklyOf({ ...nobodyWorks, thu: 'mornings', fri: '25-26' })).toEqual({
    ok: false,
    wrong: { thu: expect.stringContaining('09:00'), fri: expect.stringContaining('09:00') },
  });
});
