import { expect, test } from 'vitest';
import { dataWords } from './data-words.ts';

test.for([
  [{ severity: 1, seconds: 5400 }, 'severity 1 · 1 h 30 min'],
  [{ role: 'technical-account-manager' }, 'role technical account manager'],
  [{ hosts: null, segment: 'mid-market' }, 'hosts not known any more · segment mid-market'],
  [{ promise: 'first-response' }, ''],
  [{ to: '0197a3c0-5b1e-7c3a-9d1f-0242ac120002' }, ''],
] as const)('%o: %s', ([data, words]) => {
  expect(dataWords(data)).toBe(words);
});
