import { expect, test } from 'vitest';
import { bodyOfDraft, draftOfTerms, fittingDraft, NOTHING_AGREED } from './agreed-draft.ts';
import type { Agreeable, Terms } from './contract.ts';

const agreed = {
  versionId: 'v',
  level: 'enhanced',
  parameters: { 'standstill-report-interval': '1 day' },
  deviations: [{ promise: 'first-response', level: 'enhanced', severity: 1, value: '15 minutes' }],
  calendars: {
    'own-hours': { zone: 'Asia/Tokyo', weekly: { 'mon-fri': ['09:00-12:00', '13:00-18:00'] } },
    always: { zone: 'UTC', weekly: '24x7' },
    odd: { union: ['own-hours', 'always'] },
  },
};

test('what is agreed goes through the form unchanged, also what the form cannot write', () => {
  expect(bodyOfDraft(draftOfTerms(agreed as unknown as Terms))).toEqual(agreed);
});

test('what was agreed for another level is left out where this one has no word for it', () => {
  const agreeable = {
    parameters: [{ name: 'b' }],
    deviations: [{ promise: 'first-response', rows: [{ severity: 1 }] }],
  } as unknown as Agreeable;
  const draft = {
    ...NOTHING_AGREED,
    parameters: { a: '1 day', b: '2 days' },
    deviations: { 'first-response 1': '15 minutes', 'first-response 4': '1 day', 'a-call': '1 week' },
  };
  expect(fittingDraft(draft, agreeable)).toEqual({
    ...draft,
    parameters: { b: '2 days' },
    deviations: { 'first-response 1': '15 minutes' },
  });
});

test('an empty field agrees on nothing of its own', () => {
  const draft = { ...NOTHING_AGREED, versionId: 'v', level: 'l', parameters: { a: ' ' }, deviations: { 'b 2': '' } };
  expect(bodyOfDraft(draft)).toEqual({ versionId: 'v', level: 'l', parameters: {}, deviations: [], calendars: {} });
});
