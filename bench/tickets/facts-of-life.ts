/** The facts and messages that a life leaves, as submitting, confirming and resolving record them. */
import { randomUUIDv7 as uuid } from 'node:crypto';
import type { NewFact, RecordedFact, Recorder } from '../../packages/server/src/journal/index.ts';
import type { Account } from './desk.ts';
import type { Life } from './lives.ts';
import { CONFIRMATION } from './texts.ts';

/** `recordedAt` in epoch seconds. */
export type Stated = { readonly fact: RecordedFact; readonly by: Recorder; readonly recordedAt: number };
export type Said = {
  readonly id: string;
  readonly at: number;
  readonly body: string;
  readonly authorId: string;
  readonly side: 'provider' | 'customer';
};
export type Lived = {
  readonly id: string;
  readonly account: Account;
  readonly life: Life;
  readonly facts: readonly Stated[];
  readonly messages: readonly Said[];
};

export function livedOf(account: Account, life: Life): Lived {
  const { accountId, contractId, leadId, engineerId } = account;
  const { kind, severity, subject, body, receivedAt, acknowledgedAt, ended } = life;
  const id = uuid();
  const lead: Recorder = { personId: leadId, side: 'customer', via: 'web' };
  const engineer: Recorder = { personId: engineerId, side: 'provider', via: 'web' };
  const stated = (by: Recorder, at: number, name: string, more: Partial<NewFact> = {}): Stated => ({
    fact: { accountId, contractId, subjectId: id, fact: `${kind}.${name}`, ...more, id: uuid(), seconds: at },
    by,
    recordedAt: at,
  });
  const said = (by: Recorder, at: number, words: string): Said => {
    const side = by === lead ? 'customer' : 'provider';
    return { id: uuid(), at, body: words, authorId: by === lead ? leadId : engineerId, side };
  };
  return {
    ...{ id, account, life },
    facts: [
      stated(lead, receivedAt, 'received', { title: subject, data: { severity, channel: 'web' } }),
      ...(acknowledgedAt === undefined ? [] : [stated(engineer, acknowledgedAt, 'acknowledged')]),
      ...(ended ? [stated(engineer, ended.at, 'resolved', { note: ended.body, data: { because: 'fixed' } })] : []),
    ],
    messages: [
      said(lead, receivedAt, body),
      ...(acknowledgedAt === undefined ? [] : [said(engineer, acknowledgedAt, CONFIRMATION)]),
      ...(ended ? [said(engineer, ended.at, ended.body)] : []),
    ],
  };
}
