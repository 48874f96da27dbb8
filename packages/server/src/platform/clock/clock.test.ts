import { expect, test } from 'vitest';
import { systemClock } from './clock.ts';

test('an instant of the clock comes back from the database as it went in', () => {
  for (let i = 0; i < 1000; i++) expect(Number(systemClock.now().epochNanoseconds % 1000n)).toBe(0);
});
