/** Tells staff that a version waits for them, or was decided: in the application at once, by mail as they chose. */
import sql from 'sql-template-tag';
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';

type Told = {
  readonly kind: 'description.submitted' | 'description.approved' | 'description.rejected';
  readonly versionId: string;
  /** "TuxCare TAM 1.1" */
  readonly title: string;
};

export async function tellOfVersion(
  tx: Tx,
  people: readonly string[],
  { kind, versionId, title }: Told,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`insert into staff_notification (person_id, kind, title, version_id, created_at)
    select person_id, ${kind}, ${title}, ${versionId}::uuid, ${now.toString()}::timestamptz from unnest(${people}::uuid[]) person_id`);
  // A minute later, as whoever tells anybody anything: several things in one mail.
  await tx.run(sql`select enqueue_jobs('mail-notifications', array_agg(jsonb_build_object('personId', person_id)),
      ${now.add({ minutes: 1 }).toString()}::timestamptz, array_agg('mail-' || person_id), job_key_mode => 'preserve_run_at')
    from (select distinct person_id from unnest(${people}::uuid[]) person_id) p having count(*) > 0`);
}

/** It waits for nobody any more: who has not read so yet need not, and is not mailed. */
export async function settleWaiting(tx: Tx, versionId: string, now: Temporal.Instant): Promise<void> {
  await asProgram(tx, (program) =>
    program.run(sql`update staff_notification set read_at = ${now.toString()}
      where version_id = ${versionId} and kind = 'description.submitted' and read_at is null`),
  );
}
