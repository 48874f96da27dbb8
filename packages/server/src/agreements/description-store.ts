/** Writes of descriptions and their versions. */
import sql from 'sql-template-tag';
import type { FrozenHolidays } from '@tamarack/core';
import type { Tx } from '../platform/database/tx.ts';
import type { DocumentControl } from './read-control.ts';

/** The description of this reference, made where there is none; locked, so that versions are numbered one by one. */
export async function lockDescription(tx: Tx, reference: string, now: Temporal.Instant): Promise<string> {
  await tx.run(
    sql`insert into description (reference, created_at) values (${reference}, ${now.toString()}) on conflict (reference) do nothing`,
  );
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('description ' || ${reference}, 0))`);
  const row = await tx.first<{ id: string }>(sql`select id from description where reference = ${reference}`);
  if (!row) throw new Error('A description that was just made is not there.');
  return row.id;
}

/** The version that is being worked on, if there is one. */
export function versionInWork(
  tx: Tx,
  descriptionId: string,
): Promise<{ documentVersion: string; state: string } | undefined> {
  return tx.first(sql`select version as "documentVersion", state from description_version
    where description_id = ${descriptionId} and state in ('draft', 'in-review')`);
}

type NewDraft = {
  readonly descriptionId: string;
  readonly control: DocumentControl;
  readonly source: string;
  readonly changeNote: string;
  readonly by: string | undefined;
};

export async function insertDraft(
  tx: Tx,
  { descriptionId, control, source, changeNote, by }: NewDraft,
  now: Temporal.Instant,
): Promise<string> {
  const row = await tx.first<{ id: string }>(sql`insert into description_version
    (description_id, number, title, version, state, source, owner, approver, change_note, created_by, created_at)
    select ${descriptionId}, coalesce(max(number), 0) + 1, ${control.title}, ${control.version}, 'draft', ${source},
      ${control.owner}, ${control.approver}, ${changeNote}, ${by ?? null}::uuid, ${now.toString()}
    from description_version where description_id = ${descriptionId} returning id`);
  if (!row) throw new Error('An inserted draft has no id.');
  return row.id;
}

/** Locks a version for this transaction. */
export async function lockVersion(tx: Tx, versionId: string): Promise<void> {
  await tx.run(sql`select from description_version where id = ${versionId} for update`);
}

export async function updateSource(
  tx: Tx,
  versionId: string,
  control: DocumentControl,
  source: string,
  changeNote: string,
): Promise<void> {
  await tx.run(sql`update description_version set source = ${source}, title = ${control.title}, version = ${control.version},
    owner = ${control.owner}, approver = ${control.approver}, change_note = ${changeNote}, edition = edition + 1
    where id = ${versionId}`);
}

export async function deleteVersion(tx: Tx, versionId: string): Promise<void> {
  await tx.run(sql`delete from description_version where id = ${versionId}`);
}

export async function submit(
  tx: Tx,
  versionId: string,
  changeNote: string,
  by: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update description_version set state = 'in-review', change_note = ${changeNote}, submitted_by = ${by}::uuid,
    submitted_at = ${now.toString()}, edition = edition + 1 where id = ${versionId}`);
}

export async function backToDraft(tx: Tx, versionId: string): Promise<void> {
  await tx.run(sql`update description_version set state = 'draft', submitted_by = null, submitted_at = null, edition = edition + 1
    where id = ${versionId}`);
}

export type VersionDecision = {
  readonly state: 'published' | 'rejected';
  readonly by: string;
  readonly note: string;
  readonly holidays: FrozenHolidays | null;
};

export async function decide(
  tx: Tx,
  versionId: string,
  { state, by, note, holidays }: VersionDecision,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update description_version set state = ${state}, decided_by = ${by}::uuid, decided_at = ${now.toString()},
    decision_note = ${note}, holidays = ${holidays && JSON.stringify(holidays)}, edition = edition + 1 where id = ${versionId}`);
}
