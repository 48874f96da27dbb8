/**
 * Kinds of activities that a description can declare. A declared activity is a subject like any
 * built-in one: its kind says which facts can be recorded of it.
 */
import type { Subject } from './subjects.ts';

export const ACTIVITY_KINDS = {
  meeting: {
    says: 'People meet: a call, a review, a visit, a training session.',
    facts: ['requested', 'scheduled', 'moved', 'cancelled', 'held'],
    opens: ['requested', 'scheduled'],
    ends: ['held', 'cancelled'],
  },
  document: {
    says: 'Something written that is handed over: a report, a plan, an analysis.',
    facts: ['requested', 'drafted', 'delivered', 'accepted', 'withdrawn'],
    opens: ['requested', 'drafted'],
    ends: ['delivered', 'withdrawn'],
  },
  task: {
    says: 'A piece of work that somebody asks for.',
    facts: ['requested', 'agreed', 'declined', 'redirected', 'started', 'reported', 'completed', 'cancelled'],
    opens: ['requested'],
    ends: ['completed', 'declined', 'redirected', 'cancelled'],
  },
  event: {
    says: 'Something that happens at a known time: a launch, a peak, a cutover.',
    facts: ['announced', 'moved', 'begins', 'ends', 'cancelled'],
    opens: ['announced'],
    ends: ['ends', 'cancelled'],
  },
  approval: {
    says: 'An agreement in writing: a sign-off, a non-disclosure agreement, a consent.',
    facts: ['requested', 'given', 'refused', 'withdrawn'],
    opens: ['requested'],
    ends: ['given', 'refused', 'withdrawn'],
    states: { 'in-force': { begins: ['given'], ends: ['withdrawn'] } },
  },
  record: {
    says: 'Anything else; its facts are named by the description itself.',
    facts: [],
  },
} as const satisfies Record<string, Subject>;

export const ACTIVITY_KIND_NAMES = [
  'meeting',
  'document',
  'task',
  'event',
  'approval',
  'record',
] as const satisfies readonly (keyof typeof ACTIVITY_KINDS)[];
export type ActivityKind = (typeof ACTIVITY_KIND_NAMES)[number];
