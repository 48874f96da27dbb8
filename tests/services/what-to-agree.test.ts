/** What a contract fills in, as a form shows it. */
import { expect, test } from 'vitest';
import { whatToAgree } from '@tamarack/core';
import { readService } from './read-service.ts';

test('parameters come with kind, words, bounds and what holds without them', async () => {
  const { ready } = await readService('services/tuxcare-tam.yaml');
  const { parameters, calendars } = whatToAgree(ready.description, 'dedicated-tam');
  expect(parameters.map(({ name, is, bounds, agreed, required }) => [name, is, bounds, agreed, required])).toEqual([
    ['manager-hours', 'calendar', undefined, 'manager-america', false],
    ['regular-support-hours', 'calendar', undefined, 'around-the-clock', false],
    ['visits-a-year', 'times', '1 to 2 times', '1 to 2 times', false],
  ]);
  expect(calendars.map(({ name }) => name)).toContain('manager-asia');
});

test('deviations come row by row, with the target that holds without them and the bounds of the level', async () => {
  const { ready } = await readService('services/almacare.yaml');
  const of = (level: string) => whatToAgree(ready.description, level).deviations;
  expect(of('enhanced')).toMatchObject([{ promise: 'first-response', title: 'First response' }]);
  expect(of('enhanced')[0]?.rows[0]).toEqual({
    severity: 1,
    target: '30 minutes',
    bounds: [
      { bound: 'tightest', value: '15 minutes' },
      { bound: 'loosest', value: '30 minutes' },
    ],
  });
  expect(of('essential')[0]?.rows.map(({ target }) => target)).toEqual([
    '2 hours',
    '12 hours',
    '2 business days',
    '5 business days',
  ]);
});
