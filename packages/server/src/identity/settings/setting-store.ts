/** Writes of settings; every server forgets its visitors when one changes. */
import sql from 'sql-template-tag';
import type { Tx } from '../../platform/database/tx.ts';

export type SettingName = 'provider-name' | 'staff-see' | 'second-factor-for-staff';

export async function saveSetting(tx: Tx, name: SettingName, value: string | boolean): Promise<void> {
  await tx.run(sql`insert into setting (name, value) values (${name}, ${JSON.stringify(value)}::jsonb)
    on conflict (name) do update set value = excluded.value, version = setting.version + 1`);
}

/** One at a time: the version of the settings is the sum of theirs. */
export async function lockSettings(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('tamarack settings'))`);
}
