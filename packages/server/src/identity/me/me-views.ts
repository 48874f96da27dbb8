/** The signed-in person, straight to the shape of the contract. */
import sql from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../../platform/database/tx.ts';
import type { Visitor } from '../../platform/http/visitor.ts';
import { actionsOf } from './actions-of.ts';
import { preferencesOf } from './preferences.ts';

type Me = Gives<'GET /me'>;
type Row = Pick<Me, 'email' | 'zone' | 'workingCalendar' | 'hasPassword' | 'accounts' | 'version'> & {
  preferences: unknown;
  two_factor_enabled: boolean;
  passkeys: number;
};

/** Throws where the person is gone, which the look-up of visitors has excluded. */
export async function me(tx: Tx, visitor: Visitor): Promise<Me> {
  const { personId, side, name, via } = visitor;
  const table = side === 'customer' ? sql`membership` : sql`account_team`;
  const row =
    await tx.first<Row>(sql`select p.email, p.zone, p.preferences, p.working_calendar as "workingCalendar", p.version,
    p.two_factor_enabled, (select count(*)::int from passkey where person_id = p.id) as passkeys,
    exists (select from credential where person_id = p.id and password is not null) as "hasPassword",
    coalesce((select jsonb_agg(jsonb_build_object('id', a.account_id, 'reference', a.reference, 'name', a.name, 'roles', r.roles)
        order by a.name, a.account_id)
      from (select account_id, jsonb_agg(role order by role) as roles from ${table} where person_id = p.id group by account_id) r
      join account a using (account_id)), '[]') as accounts
    from person p where p.id = ${personId}`);
  if (!row) throw new Error('Whoever is signed in is not there.');
  return {
    id: personId,
    name,
    email: row.email,
    side,
    staffRoles: [...visitor.staffRoles],
    accounts: row.accounts,
    actions: [...actionsOf(visitor)],
    seesAllAccounts: visitor.seesAll,
    zone: row.zone,
    preferences: preferencesOf(row.preferences),
    workingCalendar: row.workingCalendar,
    secondFactor: { isOn: row.two_factor_enabled, passkeys: row.passkeys, isMissing: visitor.lacksSecondFactor },
    hasPassword: row.hasPassword,
    via,
    version: row.version,
  };
}

/** Whether a person signs in with more than a password. */
export async function hasSecondFactor(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx.first<{ has: boolean }>(sql`select two_factor_enabled
      or exists (select from passkey where person_id = person.id)
      or exists (select from credential where person_id = person.id and password is null) as has
    from person where id = ${personId}`);
  return row?.has === true;
}
