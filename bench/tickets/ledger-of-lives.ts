/**
 * What the ledger owes for tickets of one account. Core follows each ticket's facts through all its promises at once, as in a
 * replay; the server, which looks at one ticket at a time, asks core for the same clocks in another way.
 */
import { randomUUIDv7 as uuid } from 'node:crypto';
import { type Clock, clocksOf, followersOf, type Term } from '@tamarack/core';
import { BY_SYSTEM, prepareFacts } from '../../packages/server/src/journal/index.ts';
import type { JournalFact } from '../../packages/server/src/obligations/clocks-of-unit.ts';
import { consequencesOf } from '../../packages/server/src/obligations/consequences.ts';
import { eventsOf } from '../../packages/server/src/obligations/ledger-events.ts';
import { ledgerRowOf } from '../../packages/server/src/obligations/ledger-row-of.ts';
import type { StoredRow } from '../../packages/server/src/obligations/ledger-row.ts';
import { promisesOf } from '../../packages/server/src/obligations/promises-of.ts';
import type { AgreedTerms } from '../../packages/server/src/terms/index.ts';
import type { Lived, Stated } from './facts-of-life.ts';

export type Owed = { readonly rows: readonly StoredRow[]; readonly events: readonly Stated[] };

/** `standing`: the account's own facts, which were there before; `events` are the breaches, as facts of the program. */
export function owedFor(
  agreed: AgreedTerms,
  standing: readonly JournalFact[],
  lives: readonly Lived[],
  now: Temporal.Instant,
): Owed {
  const seconds = Math.floor(now.epochMilliseconds / 1000);
  const rows = [...Map.groupBy(lives, ({ life }) => life.kind)].flatMap(([kind, own]) =>
    rowsOfKind(kind, agreed, standing, own, seconds),
  );
  const accountId = lives[0]?.account.accountId ?? '';
  const changes = rows.map((row) => ({ row, before: undefined }));
  // What a breach does by itself would have to be recorded, and reckoned with.
  if (consequencesOf(accountId, changes, [agreed]).length > 0)
    throw new Error('A ticket lives on beyond its made-up life.');
  const events = prepareFacts(eventsOf(accountId, changes), now);
  return { rows, events: events.map((fact) => ({ fact, by: BY_SYSTEM, recordedAt: seconds })) };
}

function rowsOfKind(
  kind: string,
  agreed: AgreedTerms,
  standing: readonly JournalFact[],
  lives: readonly Lived[],
  now: number,
): StoredRow[] {
  const { terms } = agreed;
  const { followed, gates } = promisesOf(terms, kind);
  const follow = followersOf(terms, followed, kind);
  const factsOf = new Map(lives.map(({ id, facts }) => [id, facts.map(journalFactOf)]));
  const passed = [...standing, ...[...factsOf.values()].flat().toSorted((a, b) => a.at - b.at)];
  const throughGates = gates.flatMap((term) => clocksOf(terms, term, passed, now));
  const gatesOf = Map.groupBy(throughGates, ({ subject }) => subject);
  return lives.flatMap(({ id, life }) => {
    const follower = follow(id);
    const own = factsOf.get(id) ?? [];
    for (const fact of own) follower.take(fact);
    const rowOf = (clock: Clock): StoredRow[] => {
      const term: Term | undefined = terms.promises.get(clock.promise);
      if (!term) return [];
      const facts = term.clause.form === 'gate' ? [...standing, ...own] : own;
      return [
        { ...ledgerRowOf({ clock, term, agreed, facts, subjectId: id, subject: life.subject }, now), id: uuid() },
      ];
    };
    return [...follower.clocksAt(now), ...(gatesOf.get(id) ?? [])].flatMap(rowOf);
  });
}

function journalFactOf({ fact: { id, contractId, seconds, fact, subjectId, data }, by }: Stated): JournalFact {
  return {
    ...{ id, contractId: contractId ?? null, at: seconds, fact, subject: subjectId, data: data ?? {} },
    ...(by.personId === undefined ? {} : { by: by.personId }),
  };
}
