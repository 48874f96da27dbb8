/** Writes of the journal: facts are added, never changed. */
import sql, { join, type Sql } from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import type { Tx } from '../platform/database/tx.ts';
import type { NewFact, Recorder } from './new-fact.ts';
import { saltedDigest } from './note-digest.ts';

/** A fact with its place in the journal; `at` in whole epoch seconds. */
export type RecordedFact = NewFact & { readonly id: string; readonly seconds: number };

/**
 * Gives facts their ids and instants: whole seconds, in the order of the list. Done before anything is decided, so that the
 * ledger reckons with exactly what is written.
 */
export function prepareFacts(facts: readonly NewFact[], now: Temporal.Instant): readonly RecordedFact[] {
  const present = Math.floor(now.epochMilliseconds / 1000);
  return facts.map((fact) => ({
    ...fact,
    id: uuid(),
    seconds: fact.at ? Math.floor(fact.at.epochMilliseconds / 1000) : present,
  }));
}

const into = sql`insert into journal (account_id, id, fact, subject_id, about_id, contract_id, at, recorded_at, by_person, by_side,
  on_behalf_of, via, audience, data, title, note, note_salt, note_digest)`;

/** Up to so many are written as values: PostgreSQL takes a fraction of the time that it needs for reading them from JSON. */
const FEW = 8;

type Stated = { readonly facts: readonly RecordedFact[]; readonly by: Recorder };

/** Appends facts in their order. */
export function appendFacts(tx: Tx, stated: readonly Stated[], now: Temporal.Instant): void {
  const rows = stated.flatMap(({ facts, by }) => facts.map((fact) => rowOf(fact, by)));
  if (rows.length === 0) return;
  if (rows.length <= FEW) {
    const values = rows.map((row) => valuesOf(row, now));
    tx.send(`append-facts-${rows.length}`, sql`${into} values ${join(values)}`);
  } else tx.send('append-facts', sql`${into} ${manyRows(rows, now)}`);
  appendFiles(
    tx,
    stated.flatMap(({ facts }) => facts),
  );
}

type Row = ReturnType<typeof rowOf>;

function rowOf(fact: RecordedFact, by: Recorder) {
  const title = fact.title ?? null;
  const note = fact.note === undefined || fact.note === '' ? null : fact.note;
  const sealed = title === null && note === null ? undefined : saltedDigest({ title, note });
  return {
    account_id: fact.accountId,
    id: fact.id,
    fact: fact.fact,
    subject_id: fact.subjectId,
    about_id: fact.aboutId ?? null,
    contract_id: fact.contractId ?? null,
    at: fact.seconds,
    by_person: by.personId ?? null,
    by_side: by.side,
    on_behalf_of: by.onBehalfOf ?? null,
    via: by.via,
    audience: fact.audience ?? 'shared',
    data: fact.data ?? {},
    title,
    note,
    salt: sealed?.salt.toString('hex') ?? null,
    digest: sealed?.digest.toString('hex') ?? null,
  };
}

function valuesOf(r: Row, now: Temporal.Instant): Sql {
  return sql`(${r.account_id}, ${r.id}, ${r.fact}, ${r.subject_id}, ${r.about_id}, ${r.contract_id}, to_timestamp(${r.at}), ${now.toString()},
    ${r.by_person}, ${r.by_side}, ${r.on_behalf_of}, ${r.via}, ${r.audience}, ${JSON.stringify(r.data)}, ${r.title}, ${r.note},
    decode(${r.salt}, 'hex'), decode(${r.digest}, 'hex'))`;
}

function manyRows(rows: readonly Row[], now: Temporal.Instant): Sql {
  return sql`select account_id, id, fact, subject_id, about_id, contract_id, to_timestamp(at), ${now.toString()}, by_person, by_side,
      on_behalf_of, via, audience, data, title, note, decode(salt, 'hex'), decode(digest, 'hex')
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}) as (account_id uuid, id uuid, fact text, subject_id uuid, about_id uuid,
      contract_id uuid, at bigint, by_person uuid, by_side text, on_behalf_of uuid, via text, audience text, data jsonb, title text, note text, salt text, digest text)) with ordinality order by ordinality`;
}

function appendFiles(tx: Tx, facts: readonly RecordedFact[]): void {
  const files = facts.flatMap((fact) =>
    (fact.fileIds ?? []).map((fileId) => ({ account_id: fact.accountId, journal_id: fact.id, file_id: fileId })),
  );
  if (files.length > 0)
    tx.send(
      'append-files',
      sql`insert into journal_file (account_id, journal_id, file_id)
      select * from jsonb_to_recordset(${JSON.stringify(files)}) as (account_id uuid, journal_id uuid, file_id uuid) on conflict do nothing`,
    );
}
