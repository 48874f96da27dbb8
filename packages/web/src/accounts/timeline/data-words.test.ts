import { expect, test } from 'vitest';
import { dataWords } from './data-words.ts';

test.for([
  [{ severity: 1, seconds: 5400 }, 'severity 1 · 1 h 30 min'],
  [{ role: 'technical-account-manager' }, 'role technical account manager'],
  [{ hosts: null, segment: 'mid-market' }, 'hosts not known any more · segment mid-market'],
  [{ promise: 'first-response' }, ''],
] as const)('%o: %s', ([data, words]) => {
  expect(dataWords(data)).toBe(words);
});
