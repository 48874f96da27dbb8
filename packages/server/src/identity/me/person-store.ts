/** Writes of what people say about themselves. */
import sql from 'sql-template-tag';
import type { Body } from '@tamarack/contract';
import type { Tx } from '../../platform/database/tx.ts';

/** Locks the person for this transaction. */
export async function lockPerson(
  tx: Tx,
  personId: string,
): Promise<{ readonly version: number; readonly zone: string } | undefined> {
  return tx.first(sql`select version, zone from person where id = ${personId} for update`);
}

/** What is left out stays. */
export async function updateMe(
  tx: Tx,
  personId: string,
  change: Body<'PATCH /me'>,
  now: Temporal.Instant,
): Promise<void> {
  const { name, zone, preferences, workingCalendar } = change;
  const calendar = workingCalendar === undefined ? undefined : JSON.stringify(workingCalendar);
  await tx.run(sql`update person set name = coalesce(${name}, name), zone = coalesce(${zone}, zone),
    preferences = preferences || coalesce(${preferences && JSON.stringify(preferences)}::jsonb, '{}'),
    working_calendar = case when ${calendar}::jsonb is null then working_calendar else nullif(${calendar}::jsonb, 'null') end,
    updated_at = ${now.toString()}, version = version + 1 where id = ${personId}`);
}
