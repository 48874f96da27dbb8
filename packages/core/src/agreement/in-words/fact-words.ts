/** How the built-in facts are said: what they are about, and what happens to it. */
import type { SubjectName } from '../../facts/subjects.ts';

/** "is acknowledged" is passive; "begins" is not. */
export type Verb =
  | { readonly passive: string }
  | { readonly present: string; readonly base: string; readonly past: string; readonly perfect: string };

/** A noun with and without its being known already: "an incident", "the incident". */
export type Noun = { readonly a: string; readonly the: string; readonly plural?: boolean };

/** A fact as noun and verb. */
export type FactWords = { readonly noun: Noun; readonly verb: Verb };

export const BEGINS: Verb = { present: 'begins', base: 'begin', past: 'began', perfect: 'begun' };
export const ENDS: Verb = { present: 'ends', base: 'end', past: 'ended', perfect: 'ended' };
const EXPIRES: Verb = { present: 'expires', base: 'expire', past: 'expired', perfect: 'expired' };
const FAILS: Verb = { present: 'fails', base: 'fail', past: 'failed', perfect: 'failed' };

export const SUBJECT_NOUNS: Readonly<Record<SubjectName, Noun>> = {
  incident: { a: 'an incident', the: 'the incident' },
  'service-request': { a: 'a service request', the: 'the service request' },
  problem: { a: 'a problem', the: 'the problem' },
  change: { a: 'a change', the: 'the change' },
  escalation: { a: 'an escalation', the: 'the escalation' },
  action: { a: 'an action', the: 'the action' },
  leave: { a: 'leave', the: 'the leave' },
  cover: { a: 'cover', the: 'the cover' },
  person: { a: 'a named person', the: 'the named person' },
  licence: { a: 'a licence', the: 'the licence' },
  contract: { a: 'a contract', the: 'the contract' },
  account: { a: 'the account', the: 'the account' },
  hours: { a: 'working time', the: 'the working time' },
};

/** What is said otherwise than "<subject> is <fact>". `of` puts a thing of the subject in its place. */
type Special = { readonly of?: string; readonly noun?: Noun; readonly verb?: Verb };

const TICKET: Readonly<Record<string, Special>> = {
  acknowledged: { of: 'receipt of', verb: { passive: 'confirmed' } },
  replied: { of: 'a reply to', verb: { passive: 'given' } },
  reported: { of: 'progress on', verb: { passive: 'reported' } },
  'handed-to-customer': { verb: { passive: 'handed to the customer' } },
  'handed-to-provider': { verb: { passive: 'handed back to the provider' } },
  'severity-changed': { of: 'the severity of', verb: { passive: 'changed' } },
  'level-changed': { of: 'the support level of', verb: { passive: 'changed' } },
  'workaround-given': { of: 'a workaround for', verb: { passive: 'given' } },
  'reproduction-failed': { of: 'the reproduction of', verb: FAILS },
  'access-requested': { of: 'access for', verb: { passive: 'requested' } },
  'access-granted': { of: 'access for', verb: { passive: 'granted' } },
  'access-refused': { of: 'access for', verb: { passive: 'refused' } },
  'report-requested': { of: 'a report on', verb: { passive: 'requested' } },
  merged: { verb: { passive: 'merged into another' } },
  related: { of: 'a relation of', verb: { passive: 'recorded' } },
  unrelated: { of: 'a relation of', verb: { passive: 'taken away' } },
};

const STAND_IN: Noun = { a: 'the stand-in', the: 'the stand-in' };

export const SPECIAL_FACTS: Readonly<Partial<Record<SubjectName, Readonly<Record<string, Special>>>>> = {
  incident: TICKET,
  'service-request': TICKET,
  problem: {
    'cause-found': { of: 'the cause of', verb: { passive: 'found' } },
    'workaround-found': { of: 'a workaround for', verb: { passive: 'found' } },
    'alternative-found': { of: 'a permanent alternative for', verb: { passive: 'found' } },
    'known-error-declared': { verb: { passive: 'declared a known error' } },
  },
  escalation: {
    taken: { verb: { passive: 'taken up' } },
    'raised-further': { verb: { passive: 'taken a step further' } },
  },
  cover: {
    briefed: { noun: STAND_IN, verb: { passive: 'briefed' } },
    announced: { noun: STAND_IN, verb: { passive: 'announced' } },
    introduced: { noun: STAND_IN, verb: { passive: 'introduced to the customer' } },
  },
  person: {
    'account-opened': { of: 'a user account for', verb: { passive: 'opened' } },
    seated: { verb: { passive: 'given a seat' } },
  },
  licence: { expired: { verb: EXPIRES } },
  contract: {
    started: { verb: { present: 'starts', base: 'start', past: 'started', perfect: 'started' } },
    moved: { verb: { passive: 'moved to another level' } },
    ended: { verb: ENDS },
  },
  account: {
    'marked-notable': { verb: { passive: 'marked as notable' } },
    'stakeholder-named': {
      noun: { a: 'a stakeholder of the customer', the: 'a stakeholder of the customer' },
      verb: { passive: 'named' },
    },
    'asset-access-granted': {
      noun: { a: 'access to the assets in scope', the: 'access to the assets in scope' },
      verb: { passive: 'granted' },
    },
  },
  hours: {
    'excess-approved': {
      noun: { a: 'time beyond the allowance', the: 'time beyond the allowance' },
      verb: { passive: 'approved' },
    },
  },
};
