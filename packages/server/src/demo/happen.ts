/** Something happens: somebody records it, and the story looks at what the ledger makes of it. */
import { v7 as newId } from 'uuid';
import { recordFacts } from '../obligations/index.ts';
import type { Actor } from '../platform/database/actor.ts';
import { chanceOf } from './chance.ts';
import { fileFor } from './wording/files.ts';
import { happenToEscalation } from './happen-to-escalation.ts';
import { happenToTicket } from './happen-to-ticket.ts';
import { noteOf, titleOf } from './wording/words.ts';
import { look } from './look.ts';
import type { Person } from './person.ts';
import { kindOf, nowOf, type KnownAccount, type KnownSubject, type World } from './world.ts';

export type Happening = {
  readonly subject: KnownSubject;
  /** "cadence-call.held" */
  readonly fact: string;
  readonly by: Person;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly note?: string;
};

/** What belongs to contract, account and people is recorded by the program. */
const OF_THE_PROGRAM: ReadonlySet<string> = new Set(['contract', 'account', 'person', 'licence']);
const TICKETS: ReadonlySet<string> = new Set(['incident', 'service-request']);
/** Whatever the contract, these concern the account. */
const OF_THE_ACCOUNT: ReadonlySet<string> = new Set(['account', 'person', 'licence']);

type NewSubject = Pick<KnownSubject, 'key' | 'kind' | 'contractId'> & {
  readonly about?: KnownSubject;
  readonly title?: string;
};

/** Something that nobody has heard of yet. */
export function newSubject(account: KnownAccount, { about, title, ...wanted }: NewSubject): KnownSubject {
  const { key, kind } = wanted;
  const subject = {
    ...wanted,
    id: undefined,
    about,
    title: title ?? titleOf(kind, about?.title, chanceOf('title', key)),
  };
  if (about) account.attached.set(`${about.key} ${kind}`, subject);
  return subject;
}

/** Records it now, by that person. */
export async function happen(world: World, account: KnownAccount, happening: Happening): Promise<void> {
  const { subject, fact, by, data = {} } = happening;
  const kind = kindOf(fact);
  const isProgram = OF_THE_PROGRAM.has(kind);
  const note = happening.note ?? noteOf(fact, chanceOf('note', subject.key, fact, nowOf(world)));
  if (TICKETS.has(kind)) {
    const happened = await happenToTicket(world, account, { subject, fact, by, data, note });
    if (subject.id !== undefined) account.subjects.set(subject.id, subject);
    if (happened) await look(world, account);
    return;
  }
  if (kind === 'escalation' && TICKETS.has(subject.about?.kind ?? '')) {
    const happened = await happenToEscalation(world, account, { subject, fact, by, note });
    if (subject.id !== undefined) account.subjects.set(subject.id, subject);
    if (happened) await look(world, account);
    return;
  }
  const file = isProgram ? undefined : fileFor(fact, subject.title, chanceOf('file', subject.key, fact));
  const fileIds = file === undefined ? [] : [await world.server.upload(by, account.id, file.name, file.content)];
  const body = {
    ...(OF_THE_ACCOUNT.has(kind) ? {} : { contractId: subject.contractId }),
    ...(subject.about?.id === undefined ? {} : { aboutId: subject.about.id }),
    ...(subject.id === undefined ? { title: subject.title } : { subjectId: subject.id }),
    ...{ fact, data, note, fileIds },
  };
  const recorded = isProgram
    ? await recordByProgram(world, account, { ...body, subjectId: subject.id ?? newId() }, by)
    : await world.server.call(by, 'POST /accounts/:accountId/facts', { params: { accountId: account.id }, body });
  subject.id = recorded.subjectId;
  account.subjects.set(recorded.subjectId, subject);
  await look(world, account);
}

type ProgramFact = Omit<Parameters<typeof recordFacts>[1][number], 'accountId'>;

async function recordByProgram(
  world: World,
  account: KnownAccount,
  fact: ProgramFact,
  by: Person,
): Promise<{ subjectId: string }> {
  const actor: Actor = { personId: by.id, side: by.side, accounts: [account.id], via: 'session' };
  const recorded = await world.db.write(actor, (tx) =>
    recordFacts(
      tx,
      [{ accountId: account.id, ...fact }],
      { personId: by.id, side: by.side, via: 'web' },
      world.clock.now(),
    ),
  );
  if (!recorded.ok) throw new Error(`The demonstration was refused: ${fact.fact}: ${recorded.refusal.sentence}`);
  return { subjectId: fact.subjectId };
}
