/** Facts as rows of the journal, under a seal of their own. */
import { randomBytes } from 'node:crypto';
import { batchHash, NOTHING, type SealableFact } from '../../packages/server/src/journal/batch-hash.ts';
import { digestOf, type SaltedDigest, type Written } from '../../packages/server/src/journal/note-digest.ts';
import { instantText, type Rows, type Value } from './copy-rows.ts';
import type { Stated } from './facts-of-life.ts';

/** The last seal of an account; undefined where nothing was sealed yet. */
export type LastSeal = { readonly number: number; readonly hash: Uint8Array } | undefined;
export type Place = { readonly accountId: string; readonly position: number; readonly last: LastSeal };

/** `facts` in the order of recording, from that position on. `now` in whole seconds, as every instant here. */
export function rowsOfJournal({ accountId, position, last }: Place, facts: readonly Stated[], now: number): Rows[] {
  const recorded = facts.map((stated, i) => recordedRow(stated, position + i));
  const previous = last?.hash ?? NOTHING;
  const number = (last?.number ?? 0) + 1;
  const hash = batchHash(
    previous,
    recorded.map(({ sealable }) => sealable),
  );
  const end = position + facts.length - 1;
  const seal = [accountId, number, position, end, facts.length, previous, hash, now];
  return [
    { table: 'journal', columns: JOURNAL, rows: recorded.values().map(({ row }) => row) },
    { table: 'seal', columns: SEAL, rows: [seal] },
    {
      table: 'sealed',
      columns: SEALED,
      rows: facts.values().map(({ fact }, i) => [accountId, fact.id, number, i + 1]),
    },
  ];
}

const JOURNAL = `account_id, id, position, fact, subject_id, about_id, contract_id, at, recorded_at, by_person, by_side, via, audience, data,
  title, note, note_salt, note_digest`;
const SEAL = 'account_id, number, first_position, last_position, facts, previous_hash, hash, sealed_at';
const SEALED = 'account_id, journal_id, seal_number, place';

function recordedRow({ fact: f, by, recordedAt }: Stated, position: number): { sealable: SealableFact; row: Value[] } {
  const [title, note] = [f.title ?? null, f.note ?? null];
  const written = title === null && note === null ? undefined : salted({ title, note });
  const sealable = {
    ...{ id: f.id, position, fact: f.fact, subjectId: f.subjectId, aboutId: f.aboutId ?? null },
    ...{
      contractId: f.contractId ?? null,
      at: instantText(f.seconds),
      recordedAt: instantText(recordedAt),
    },
    ...{ byPerson: by.personId ?? null, bySide: by.side, onBehalfOf: null, via: by.via, audience: 'shared' },
    ...{ data: dataText(f.data ?? {}), noteDigest: written?.digest.toString('hex') ?? null },
  };
  const { fact, subjectId, aboutId, contractId, byPerson, bySide, via, audience, data } = sealable;
  const row = [
    ...[
      f.accountId,
      f.id,
      position,
      fact,
      subjectId,
      aboutId,
      contractId,
      f.seconds,
      recordedAt,
      byPerson,
      bySide,
      via,
      audience,
      data,
    ],
    ...[title, note, written ? written.salt : null, written ? written.digest : null],
  ];
  return { sealable, row };
}

const SALT = 16;
let salts = randomBytes(0);

/** As the journal does it; but asked for one by one, salts cost more than digests. */
function salted(written: Written): SaltedDigest {
  if (salts.length < SALT) salts = randomBytes(1000 * SALT);
  const salt = salts.subarray(0, SALT);
  salts = salts.subarray(SALT);
  return { salt, digest: digestOf(written, salt) };
}

/** As PostgreSQL writes jsonb, which is what is sealed: short keys first. */
function dataText(data: Readonly<Record<string, string | number | null>>): string {
  const keys = Object.keys(data).toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return `{${keys.map((key) => `${JSON.stringify(key)}: ${JSON.stringify(data[key])}`).join(', ')}}`;
}
