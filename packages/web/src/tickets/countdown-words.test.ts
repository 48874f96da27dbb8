import { expect, test } from 'vitest';
import { countdownWords } from './countdown-words.ts';

const now = Date.parse('2026-06-01T08:00:00Z');

test.for([
  ['2026-06-01T08:30:00Z', '30 min left', 'near'],
  ['2026-06-01T09:00:00Z', '1 h left', 'near'],
  ['2026-06-01T09:05:00Z', '1 h 05 min left', 'far'],
  ['2026-06-03T12:00:00Z', '2 d 4 h left', 'far'],
  ['2026-06-01T08:00:20Z', 'under a minute left', 'near'],
  ['2026-06-01T07:52:00Z', '8 min late', 'late'],
] as const)('%s: %s', ([due, says, nearness]) => {
  expect(countdownWords(Date.parse(due), now)).toEqual({ says, nearness });
});
