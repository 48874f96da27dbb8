/**
 * What facts can be about. Built-in subjects carry the facts that the program itself records;
 * activities are declared by a description ("cadence-call is a meeting") and take their facts from
 * their kind. Nothing here knows a service by name.
 *
 * - `facts`: what can be recorded of the subject, as `<subject>.<fact>`.
 * - `opens`, `reopens`, `ends`: which facts begin and end its open phase (state `<subject>.open`).
 * - `states`: other lasting conditions, each with the facts that begin and end it.
 * - `fields`: what conditions may ask of it.
 */
export type Subject = {
  readonly says: string;
  readonly facts: readonly string[];
  readonly opens?: readonly string[];
  readonly reopens?: readonly string[];
  readonly ends?: readonly string[];
  readonly states?: Readonly<Record<string, { readonly begins: readonly string[]; readonly ends: readonly string[] }>>;
  readonly fields?: readonly string[];
};

const TICKET_FACTS = [
  'received',
  'acknowledged',
  'replied',
  'reported',
  'assigned',
  'handed-to-customer',
  'handed-to-provider',
  'severity-changed',
  'level-changed',
  'escalated',
  'reviewed',
  'workaround-given',
  'reproduced',
  'reproduction-failed',
  'access-requested',
  'access-granted',
  'access-refused',
  'report-requested',
  'declined',
  'resolved',
  'reopened',
  'merged',
  'closed',
] as const;

const TICKET = {
  facts: TICKET_FACTS,
  opens: ['received'],
  reopens: ['reopened'],
  ends: ['resolved', 'closed', 'merged', 'declined'],
  fields: ['severity', 'level', 'side', 'product', 'channel', 'hours'],
} as const;

export const SUBJECTS = {
  incident: { says: 'An unplanned interruption or loss of quality that was reported to the desk.', ...TICKET },
  'service-request': { says: 'A request for something that is part of normal service.', ...TICKET },
  problem: {
    says: 'The unknown cause of one or more incidents.',
    facts: ['opened', 'cause-found', 'workaround-found', 'alternative-found', 'known-error-declared', 'closed'],
    opens: ['opened'],
    ends: ['closed'],
  },
  change: {
    says: 'A change to something in scope.',
    facts: ['requested', 'assessed', 'authorised', 'rejected', 'started', 'completed', 'reviewed', 'closed'],
    opens: ['requested'],
    ends: ['closed', 'rejected'],
    fields: ['change.type', 'change.risk'],
  },
  escalation: {
    says: 'A step up a ladder that somebody asked for.',
    facts: ['raised', 'taken', 'raised-further', 'closed'],
    opens: ['raised'],
    ends: ['closed'],
    fields: ['escalation.step'],
  },
  action: {
    says: 'Something found on a call or in a review that has to be followed to its end.',
    facts: ['raised', 'reviewed', 'closed'],
    opens: ['raised'],
    ends: ['closed'],
  },
  leave: {
    says: 'Time during which a named person of the provider is away.',
    facts: ['requested', 'approved', 'begins', 'ends', 'cancelled'],
    opens: ['approved'],
    ends: ['ends', 'cancelled'],
    fields: ['leave.consecutive-days', 'leave.role', 'leave.emergency'],
  },
  cover: {
    says: 'Somebody who stands in for an absent person.',
    facts: ['arranged', 'briefed', 'announced', 'introduced', 'begins', 'ends'],
    opens: ['arranged'],
    ends: ['ends'],
    fields: ['cover.role'],
  },
  person: {
    says: 'A person whom customer or provider names for a role.',
    facts: ['nominated', 'trained', 'account-opened', 'seated', 'removed'],
    opens: ['nominated'],
    ends: ['removed'],
    states: { trained: { begins: ['trained'], ends: ['removed'] } },
    fields: ['person.role'],
  },
  licence: {
    says: "The customer's right to use a product.",
    facts: ['issued', 'renewed', 'expired', 'revoked'],
    opens: ['issued'],
    reopens: ['renewed'],
    ends: ['expired', 'revoked'],
    states: { valid: { begins: ['issued', 'renewed'], ends: ['expired', 'revoked'] } },
  },
  contract: {
    says: 'The agreement of one account with one level of the service.',
    facts: ['signed', 'started', 'renewed', 'moved', 'ended'],
    opens: ['started'],
    ends: ['ended'],
    states: { running: { begins: ['started'], ends: ['ended'] } },
  },
  account: {
    says: 'A customer of the provider.',
    facts: ['changed', 'marked-notable', 'stakeholder-named', 'asset-access-granted'],
    fields: ['segment', 'annual-recurring-revenue', 'hosts', 'hosted', 'growth'],
  },
  hours: {
    says: 'Time that the provider spends on the account.',
    facts: ['logged', 'excess-approved'],
    fields: ['hours.role'],
  },
} as const satisfies Record<string, Subject>;

export type SubjectName = keyof typeof SUBJECTS;
