import { expect, test } from 'vitest';
import { SMALL_DESCRIPTION } from '../examples/small-description.ts';
import { readDescription } from '../read-description.ts';

const BEHIND = 'the least that the description allows';
const MOST = 'the most that the description allows';

test.for([
  ['is: duration, says: S., at-least: 1 day, agreed: 1 hour', `1 hour cannot be compared with 1 day, ${BEHIND}`],
  ['is: duration, says: S., at-least: 2 hours, agreed: 1 hour', `1 hour is not as long as 2 hours, ${BEHIND}`],
  ['is: duration, says: S., at-most: 2 hours, agreed: 3 hours', `3 hours is longer than 2 hours, ${MOST}`],
  ['is: duration, says: S., at-most: 2 hours, agreed: 1 week', `1 week cannot be compared with 2 hours, ${MOST}`],
  ['is: times, says: S., between: 1..2, agreed: 3', '3 times is not within what the description allows: 1 to 2 times'],
  ['is: quantity, says: S., at-most: 8 hours, agreed: 9 hours', `9 hours is more than 8 hours, ${MOST}`],
  ['is: quantity, says: S., at-most: 8 hours, agreed: unlimited', `without limit is more than 8 hours, ${MOST}`],
  ['is: quantity, says: S., at-most: 8 hours, agreed: 9', `9 cannot be compared with 8 hours, ${MOST}`],
  [
    'is: quantity, says: S., at-most: once a day, agreed: once a week',
    `once a week cannot be compared with once a day, ${MOST}`,
  ],
] as const)('%s', ([parameter, sentence]) => {
  const text = SMALL_DESCRIPTION.replace('parameters:\n', () => `parameters:\n  p: {${parameter}}\n`);
  expect(readDescription(text).diagnostics).toMatchObject([{ code: 'parameter.bounds', sentence }]);
});

test('what lies on a bound lies within it', () => {
  const parameter = 'is: duration, says: S., at-least: 1 hour, at-most: 1 hour, agreed: 1 hour';
  const text = SMALL_DESCRIPTION.replace('parameters:\n', () => `parameters:\n  p: {${parameter}}\n`);
  expect(readDescription(text).diagnostics.map(({ code }) => code)).toEqual(['declared.unused']);
});
