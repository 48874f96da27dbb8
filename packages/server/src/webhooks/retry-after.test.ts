import { expect, test } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

const now = Temporal.Instant.from('1994-11-06T07:49:37Z');

test.each([
  ['3600', 3600],
  [' 3600 ', 3600],
  ['Sun, 06 Nov 1994 08:49:37 GMT', 3600],
  ['Sunday, 06-Nov-94 08:49:37 GMT', 3600],
  ['Sun Nov  6 08:49:37 1994', 3600],
  ['0', undefined],
  // Past.
  ['Sun, 06 Nov 1994 07:00:00 GMT', undefined],
  ['Sun, 99 Nov 1994 08:49:37 GMT', undefined],
  ['-5', undefined],
  ['1e9', undefined],
  ['tomorrow', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s', (header, seconds) => {
  expect(retryAfterSeconds(header, now)).toBe(seconds);
});
