/** How the installation is configured, with what holds where nobody has said anything. */
import sql from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../../platform/database/tx.ts';

export async function settings(tx: Tx): Promise<Gives<'GET /settings'>> {
  const row = await tx.first<Gives<'GET /settings'>>(sql`select
    coalesce(max(value #>> '{}') filter (where name = 'provider-name'), 'Tamarack') as "providerName",
    coalesce(max(value #>> '{}') filter (where name = 'staff-see'), 'all') as "staffSee",
    coalesce(bool_or(value = 'true') filter (where name = 'second-factor-for-staff'), false) as "secondFactorForStaff",
    coalesce(sum(version) filter (where name in ('provider-name', 'staff-see', 'second-factor-for-staff')), 0)::int as version
    from setting`);
  if (!row) throw new Error('An aggregate gave no row.');
  return row;
}
