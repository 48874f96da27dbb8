/** A person as a visitor: its side, roles and accounts as they stand now. */
import sql from 'sql-template-tag';
import type { Role } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import type { SignedInBy } from './visitors/credential-views.ts';

type Row = {
  name: string;
  side: 'provider' | 'customer';
  staff_roles: Role[];
  account_roles: { account: string; role: Role }[];
  sees_all: boolean;
  needs_second_factor: boolean;
  has_second_factor: boolean;
};

type Credential = Pick<Visitor, 'via' | 'credentialId' | 'scopes'> & {
  /** Absent for a token, which says nothing about how its person signs in. */
  readonly signedInBy?: SignedInBy;
};

/** Undefined for people who do not exist or were deactivated. Needs a transaction that sees all accounts. */
export async function loadVisitor(tx: Tx, personId: string, credential: Credential): Promise<Visitor | undefined> {
  const [row] = await tx.prepared<Row>(
    'load-visitor',
    sql`select p.name, p.side,
      array(select role from staff_role where person_id = p.id order by role) as staff_roles,
      coalesce((select jsonb_agg(jsonb_build_object('account', account_id, 'role', role)) from (
        select account_id, role from membership where person_id = p.id and p.side = 'customer'
        union select account_id, role from account_team where person_id = p.id and p.side = 'provider') r), '[]') as account_roles,
      coalesce((select value = '"all"' from setting where name = 'staff-see'), true) as sees_all,
      coalesce((select value = 'true' from setting where name = 'second-factor-for-staff'), false) as needs_second_factor,
      p.two_factor_enabled or exists (select from passkey where person_id = p.id)
        or exists (select from credential where person_id = p.id and provider_id <> 'credential') as has_second_factor
      from person p where p.id = ${personId} and p.deactivated_at is null`,
  );
  if (!row) return undefined;
  const accountRoles = new Map<string, readonly Role[]>();
  for (const { account, role } of row.account_roles)
    accountRoles.set(account, [...(accountRoles.get(account) ?? []), role]);
  const { signedInBy, ...identified } = credential;
  const { name, side } = row;
  const isStaff = side === 'provider';
  // A session is as strong as its sign-in was; a token is as strong as what its person has.
  const isStrong = signedInBy === undefined ? row.has_second_factor : signedInBy !== 'password';
  return {
    ...identified,
    personId,
    name,
    side,
    staffRoles: isStaff ? row.staff_roles : [],
    accountRoles,
    // An administrator has to be able to give away every account.
    seesAll: isStaff && (row.sees_all || row.staff_roles.includes('administrator')),
    lacksSecondFactor: isStaff && row.needs_second_factor && !isStrong,
  };
}
