import { expect, test } from 'vitest';
import type { Obligation } from '../obligation-words.ts';
import { bodyOf, firstDraft, NEW, type RecordableFact } from './draft.ts';

const held: RecordableFact = {
  ...{ contractId: 'c', contract: 'TAM', fact: 'cadence-call.held', says: 'the call was held', kind: 'cadence-call' },
  ...{ meets: ['A call every other week'], opens: false, subjects: [{ id: 's1', says: 'Last call', at: '' }] },
};
const closed: RecordableFact = {
  ...held,
  ...{ fact: 'action.closed', kind: 'action', meets: ['Actions'], subjects: [{ id: 'a1', says: 'Action', at: '' }] },
};
const logged: RecordableFact = { ...held, fact: 'hours.logged', kind: 'hours', meets: [], opens: true, subjects: [] };
const owed = (more: Partial<Obligation>) => ({ contractId: 'c', ...more }) as Obligation;
const parts = { zone: 'Europe/Berlin', fileIds: [], obligation: undefined };

test('what a periodic promise owes is a new thing, and serves nothing older', () => {
  const obligation = owed({ title: 'A call every other week', form: 'cadence', subjectId: 'terms' });
  const draft = firstDraft([closed, held], obligation);
  expect(draft).toMatchObject({ fact: 'cadence-call.held', subjectId: NEW });
  expect(bodyOf(draft, held, { ...parts, obligation })).not.toHaveProperty('aboutId');
});

test('what an obligation is about is what the fact happened to', () => {
  const draft = firstDraft([held, closed], owed({ title: 'Actions', form: 'request', subjectId: 'a1' }));
  expect(draft).toMatchObject({ fact: 'action.closed', subjectId: 'a1' });
  expect(bodyOf(draft, closed, parts)).toMatchObject({ subjectId: 'a1', audience: 'shared' });
});

test('a report on an incident is a thing of its own, about the incident', () => {
  const report: RecordableFact = { ...closed, fact: 'report.delivered', kind: 'report', subjects: [] };
  const obligation = owed({ title: 'Actions', form: 'request', subjectId: 'incident' });
  const draft = firstDraft([report], obligation);
  expect(bodyOf(draft, report, { ...parts, obligation })).toMatchObject({ aboutId: 'incident' });
});

test('hours are sent as seconds, and a time as an instant of the zone in which it was typed', () => {
  const draft = { ...firstDraft([logged], undefined), subjectId: NEW, hours: 1, minutes: 30, at: '2026-11-20T10:00' };
  const body = bodyOf({ ...draft, title: ' Review ' }, logged, parts);
  expect(body).toMatchObject({ data: { seconds: 5400 }, at: '2026-11-20T09:00:00.000Z', title: 'Review' });
});
