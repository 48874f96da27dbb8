import { expect, test } from 'vitest';
import { SMALL_DESCRIPTION } from '../examples/small-description.ts';
import { readDescription } from '../read-description.ts';

const TIMED = SMALL_DESCRIPTION.replace('steps: [{role: manager}]', 'steps: [{role: manager, within: 2 hours}]');

test('the time of a step that a promise counts is no finding', () => {
  const codesOf = (text: string) => readDescription(text).diagnostics.map(({ code }) => code);
  expect(codesOf(TIMED)).toEqual(['ladder.not-counted']);
  const counted = TIMED.replace(
    'promises:\n',
    `promises:
  taken:
    title: Escalation is taken up
    when: escalation.raised
    until: [escalation.taken, escalation.closed]
    within: 2 hours
    calendar: office
    by: {provider: manager}
`,
  );
  expect(codesOf(counted)).toEqual([]);
});
