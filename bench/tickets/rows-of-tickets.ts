/** The rows that tickets of one account have beside the journal, as triggers and use cases would have written them. */
import type { StoredRow } from '../../packages/server/src/obligations/ledger-row.ts';
import type { Rows, Value } from './copy-rows.ts';
import type { Lived } from './facts-of-life.ts';
import type { WordsOf } from './texts.ts';

/** All but those of the journal. */
export function rowsOfTickets(lives: readonly Lived[], owed: readonly StoredRow[], wordsOf: WordsOf): Rows[] {
  const bySubject = Map.groupBy(owed, ({ subjectId }) => subjectId);
  const accountId = lives[0]?.account.accountId ?? '';
  return [
    { table: 'obligation', columns: OBLIGATION, rows: owed.values().map((row) => obligationRow(accountId, row)) },
    {
      table: 'ticket',
      columns: TICKET,
      rows: lives.values().map((lived) => ticketRow(lived, bySubject.get(lived.id) ?? [])),
    },
    { table: 'ticket_message', columns: MESSAGE, rows: lives.values().flatMap(messageRows) },
    { table: 'ticket_follower', columns: FOLLOWER, rows: lives.values().flatMap(followerRows) },
    { table: 'ticket_words', columns: WORDS, rows: lives.values().flatMap((lived) => wordRows(lived, wordsOf)) },
  ];
}

const OBLIGATION = `account_id, id, contract_id, terms_id, promise, form, title, side, role, subject_id, subject, cycle, turn, state,
  opened_at, due_at, wake_at, warned_at, met_at, breached_at, ended_at, because, severity, counted, least, most, unit, evidence_id`;

function obligationRow(accountId: string, r: StoredRow): Value[] {
  return [
    ...[
      accountId,
      r.id,
      r.contractId,
      r.termsId,
      r.promise,
      r.form,
      r.title,
      r.side,
      r.role,
      r.subjectId,
      r.subject,
      r.cycle,
      r.turn,
      r.state,
    ],
    ...[r.openedAt, r.dueAt, r.wakeAt, r.warnedAt, r.metAt, r.breachedAt, r.endedAt],
    ...[r.because, r.severity, r.counted, r.least, r.most, r.unit, r.evidenceId],
  ];
}

const TICKET = `account_id, id, kind, contract_id, subject, requester_id, channel, state, severity, received_at, acknowledged_at, ended_at, ended_because,
  last_at, last_side, next_due_at, next_obligation_id, next_title, breached, version`;

function ticketRow({ id, account, life, facts }: Lived, owed: readonly StoredRow[]): Value[] {
  const { kind, subject, severity, receivedAt, acknowledgedAt, ended } = life;
  const ours = owed.filter(({ side }) => side === 'provider');
  const [next] = ours.filter(({ state, dueAt }) => state === 'open' && dueAt !== null).toSorted(byDue);
  return [
    ...[
      account.accountId,
      id,
      kind,
      account.contractId,
      subject,
      account.leadId,
      'web',
      ended ? 'resolved' : 'open',
      severity,
    ],
    ...[
      receivedAt,
      acknowledgedAt ?? null,
      ended?.at ?? null,
      ended ? 'fixed' : null,
      ended?.at ?? acknowledgedAt ?? receivedAt,
    ],
    ...[
      acknowledgedAt === undefined ? 'customer' : 'provider',
      next?.dueAt ?? null,
      next?.id ?? null,
      next?.title ?? null,
      ours.some(({ state }) => state === 'breached'),
      facts.length,
    ],
  ];
}

function byDue(a: StoredRow, b: StoredRow): number {
  return (a.dueAt ?? 0) - (b.dueAt ?? 0) || (a.id < b.id ? -1 : 1);
}

const MESSAGE = `account_id, id, ticket_id, author_id, author_side, audience, body, at, via`;

function messageRows({ id, account, messages }: Lived): Value[][] {
  return messages.map((said) => [
    account.accountId,
    said.id,
    id,
    said.authorId,
    said.side,
    'shared',
    said.body,
    said.at,
    'web',
  ]);
}

const FOLLOWER = `account_id, ticket_id, person_id, since`;

function followerRows({ id, account: { accountId, leadId }, life }: Lived): Value[][] {
  return [[accountId, id, leadId, life.receivedAt]];
}

const WORDS = `id, ticket_id, owner_id, is_internal, subject, words`;

function wordRows({ id, account: { accountId }, life, messages }: Lived, wordsOf: WordsOf): Value[][] {
  const words = (text: string) => {
    const known = wordsOf(text, accountId);
    if (known === undefined) throw new Error(`The database was not asked for the words of "${text}".`);
    return known;
  };
  return [
    [id, id, accountId, false, life.subject, words(life.subject)],
    ...messages.map((said) => [said.id, id, accountId, false, null, words(said.body)]),
  ];
}
