/** Reads of people, straight to the shapes of the contract. */
import sql, { empty, type Sql } from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import { cursorOf, readCursor } from '../platform/database/cursor.ts';
import type { Tx } from '../platform/database/tx.ts';

type PeoplePage = Gives<'GET /people'>;
export type PersonRow = PeoplePage['rows'][number];
type StaffMember = Gives<'GET /staff'>['rows'][number];

/** The columns of a person `p`, for whoever administers. */
function columns(now: Temporal.Instant): Sql {
  return sql`p.id, p.name, p.email, p.side, p.zone, p.deactivated_at as "deactivatedAt",
    array(select role from staff_role where person_id = p.id order by role) as "staffRoles",
    coalesce((select jsonb_agg(jsonb_build_object('id', a.account_id, 'name', a.name, 'roles', r.roles) order by a.name, a.account_id)
      from (select account_id, jsonb_agg(role order by role) as roles from (
          select account_id, role from membership where person_id = p.id
          union all select account_id, role from account_team where person_id = p.id) both_sides group by account_id) r
      join account a using (account_id)), '[]') as accounts,
    p.two_factor_enabled or exists (select from passkey where person_id = p.id) as "hasSecondFactor",
    (select max(updated_at) from session where person_id = p.id) as "seenAt",
    (select max(expires_at) from one_time_link where person_id = p.id and kind = 'invitation' and used_at is null
      and expires_at > ${now.toString()}) as "invitedUntil"`;
}

export function personById(tx: Tx, personId: string, now: Temporal.Instant): Promise<PersonRow | undefined> {
  return tx.first<PersonRow>(
    sql`select ${columns(now)} from person p where p.id = ${personId} and p.erased_at is null`,
  );
}

type Asked = {
  readonly limit: number;
  readonly after?: string | undefined;
  readonly search?: string | undefined;
  readonly side?: 'provider' | 'customer' | undefined;
};

/** People by name; the search looks into names and addresses. */
export async function peoplePage(
  tx: Tx,
  { limit, after, search, side }: Asked,
  now: Temporal.Instant,
): Promise<PeoplePage> {
  const [name, id] = readCursor(after, ['text', 'id']) ?? [];
  const pattern = search && `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await tx.rows<PersonRow>(sql`select ${columns(now)} from person p where p.erased_at is null
    ${pattern ? sql`and (p.name ilike ${pattern} or p.email ilike ${pattern})` : empty}
    ${side ? sql`and p.side = ${side}` : empty}
    ${name !== undefined && id !== undefined ? sql`and (p.name, p.id) > (${name}, ${id}::uuid)` : empty}
    order by p.name, p.id limit ${limit + 1}`);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, ...(rows.length > limit && last ? { next: cursorOf([last.name, last.id]) } : {}) };
}

/** Active members of staff, by name. */
export function staffMembers(tx: Tx): Promise<StaffMember[]> {
  return tx.rows<StaffMember>(sql`select id, name, email, zone,
      array(select role from staff_role where person_id = p.id order by role) as roles
    from person p where side = 'provider' and deactivated_at is null and erased_at is null order by name, id`);
}

/** Whether a person can sign in already: by password, passkey or single sign-on. */
export async function hasSignedIn(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx.first<{ has: boolean }>(sql`select has_credential(${personId}) as has`);
  return row?.has === true;
}
