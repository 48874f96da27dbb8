import { expect, test } from 'vitest';
import { casesByApproval, laddersNow, type TicketTerms } from './what-to-ask.ts';

const severities: TicketTerms['severities'] = [
  {
    ...{ severity: 1, name: 'Standstill', criteria: ['All is down'] },
    also: [
      { says: 'At night.', approver: null },
      { says: 'Of an important client.', approver: 'Manager' },
    ],
  },
  { severity: 2, name: 'Major', criteria: [], also: [] },
];
const waiting = {
  ...{
    id: '',
    severity: 1,
    name: 'Standstill',
    because: '',
    reason: '',
    by: null,
    at: '',
    approver: '',
    approvers: [],
  },
  ...{ mayDecide: false, mayWithdraw: false },
};

test('what needs an approval can be asked for by its place; not the severity that it has, and one at a time', () => {
  expect(casesByApproval({ severities, proposal: null }, 2)).toEqual([
    { severity: 1, name: 'Standstill', also: 1, says: 'Of an important client.', approver: 'Manager' },
  ]);
  expect(casesByApproval({ severities, proposal: null }, 1)).toEqual([]);
  expect(casesByApproval({ severities, proposal: waiting }, 2)).toEqual([]);
});

test('a ladder is climbed once at a time, by those whom it is for', () => {
  const ladder = (name: string, mayRaise: boolean) => ({
    ...{ ladder: name, title: name, grounds: [], by: '', steps: [] },
    mayRaise,
  });
  const escalation = (name: string, state: 'raised' | 'taken' | 'closed') => ({
    ...{
      id: name,
      ladder: name,
      title: name,
      step: 1,
      role: '',
      nextRole: null,
      state,
      reason: null,
      by: null,
      at: '',
    },
    ...{ takenBy: null, takenAt: null },
  });
  const terms: TicketTerms = {
    ...{ severities: [], grounds: [], proposal: null },
    ladders: [ladder('theirs', false), ladder('climbed', true), ladder('over', true), ladder('free', true)],
    escalations: [escalation('climbed', 'taken'), escalation('over', 'closed')],
  };
  expect(laddersNow(terms).map((each) => each.ladder)).toEqual(['over', 'free']);
});
