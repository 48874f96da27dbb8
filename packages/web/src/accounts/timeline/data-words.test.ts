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

test('whom and what a fact names by an id is called by its name', () => {
  const [erin, printer] = ['0197a3c0-5b1e-7c3a-9d1f-0242ac120002', '0197a3c0-5b1e-7c3a-9d1f-0242ac120003'];
  const names = { [erin]: 'Erin Engineer', [printer]: '#2 Printer burns' };
  expect(dataWords({ from: 'Kernel', to: 'Storage' })).toBe('from Kernel · to Storage');
  expect(dataWords({ to: erin }, names)).toBe('to Erin Engineer');
  expect(dataWords({ 'caused-by': printer }, names)).toBe('caused by #2 Printer burns');
});
