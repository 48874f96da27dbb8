/** Reads of an account's people, straight to the shapes of the contract. */
import sql from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';

type People = Gives<'GET /accounts/:accountId/people'>;
type AccountPerson = People['customer'][number];

/** The customer's people and the team that serves them, by name. */
export async function peopleOf(tx: Tx, accountId: string): Promise<People> {
  const rows = await tx.rows<AccountPerson & { readonly team: boolean }>(sql`
    select p.id, p.name, p.email, p.zone, p.side, array_agg(r.role order by r.role) as roles, min(r.since) as since,
      p.deactivated_at as "deactivatedAt", r.team
    from (
      select person_id, role, since, false as team from membership where account_id = ${accountId}
      union all select person_id, role, since, true from account_team where account_id = ${accountId}
    ) r join person p on p.id = r.person_id
    group by p.id, r.team order by p.name, p.id`);
  const shown = (isTeam: boolean) =>
    rows.filter(({ team }) => team === isTeam).map(({ team: _is, ...person }): AccountPerson => person);
  return { customer: shown(false), team: shown(true) };
}

export type KnownPerson = { readonly side: 'provider' | 'customer'; readonly isActive: boolean };

export function knownPerson(tx: Tx, personId: string): Promise<KnownPerson | undefined> {
  return tx.first<KnownPerson>(
    sql`select side, deactivated_at is null as "isActive" from person where id = ${personId} and erased_at is null`,
  );
}

/** The roles that a person of the customer has in the account. */
export async function rolesOfMember(tx: Tx, accountId: string, personId: string): Promise<string[]> {
  const rows = await tx.rows<{ role: string }>(
    sql`select role from membership where account_id = ${accountId} and person_id = ${personId} order by role`,
  );
  return rows.map(({ role }) => role);
}

/** How many other active people of the customer have a role. */
export async function othersInRole(tx: Tx, accountId: string, personId: string, role: string): Promise<number> {
  const row = await tx.first<{ people: number }>(sql`select count(*)::int as people from membership m
    join person p on p.id = m.person_id and p.deactivated_at is null
    where m.account_id = ${accountId} and m.role = ${role} and m.person_id <> ${personId}`);
  return row?.people ?? 0;
}

export async function hostsOf(tx: Tx, accountId: string): Promise<number | null> {
  const row = await tx.first<{ hosts: number | null }>(sql`select hosts from account where account_id = ${accountId}`);
  return row?.hosts ?? null;
}
