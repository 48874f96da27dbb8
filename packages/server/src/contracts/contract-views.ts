/** Reads of contracts and their terms. */
import sql, { empty } from 'sql-template-tag';
import type { Deviation, FactData, FrozenHolidays } from '@tamarack/core';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { whoOf } from '../platform/database/written-shapes.ts';

type Contract = Gives<'GET /accounts/:accountId/contracts/:contractId'>;
type Terms = Contract['history'][number];
type Person = { readonly id: string; readonly name: string } | null;

export type ContractRow = Pick<
  Contract,
  | 'id'
  | 'reference'
  | 'name'
  | 'startsAt'
  | 'endsAt'
  | 'renewal'
  | 'renewalMonths'
  | 'noticeDays'
  | 'signedForCustomerBy'
  | 'signedAt'
  | 'createdBy'
  | 'createdAt'
  | 'version'
> & {
  readonly zone: string;
  readonly extendsId: string | null;
  readonly extendsName: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly endingAt: string | null;
  readonly endingBy: Person;
  readonly endingNote: string | null;
};

export type TermsRow = Omit<Terms, 'title' | 'documentVersion' | 'descriptionId' | 'levelTitle' | 'deviations'> & {
  readonly contractId: string;
  readonly deviations: Deviation[];
  readonly accountData: FactData;
  readonly holidays: FrozenHolidays | null;
  readonly movedAt: string | null;
};

/** The contracts of an account, or one of them; by start. */
export function contractRows(tx: Tx, accountId: string, contractId?: string): Promise<ContractRow[]> {
  return tx.rows<ContractRow>(sql`select c.id, c.reference, c.name, c.starts_at as "startsAt", c.ends_at as "endsAt", c.renewal,
      c.renewal_months as "renewalMonths", c.notice_days as "noticeDays", c.signed_for_customer_by as "signedForCustomerBy",
      c.signed_at as "signedAt", ${whoOf('made')} as "createdBy", c.created_at as "createdAt", c.version, a.zone,
      c.extends_id as "extendsId", b.name as "extendsName", c.started_at as "startedAt", c.ended_at as "endedAt",
      c.ending_at as "endingAt", ${whoOf('gave')} as "endingBy", c.ending_note as "endingNote"
    from contract c join account a on a.account_id = c.account_id
      left join contract b on b.account_id = c.account_id and b.id = c.extends_id
      left join person made on made.id = c.created_by left join person gave on gave.id = c.ending_by
    where c.account_id = ${accountId} ${contractId === undefined ? empty : sql`and c.id = ${contractId}`}
    order by c.starts_at, c.id`);
}

/** Their terms, the newest first. */
export function termsRows(tx: Tx, accountId: string, contractId?: string): Promise<TermsRow[]> {
  return tx.rows<TermsRow>(sql`select t.id, t.contract_id as "contractId", t.number, t.version_id as "versionId", t.level,
      t.parameters, t.deviations, t.calendars, t.holidays, t.account_data as "accountData", t.state, t.from_at as "fromAt",
      t.until_at as "untilAt", t.verdict, t.note, ${whoOf('p')} as "proposedBy", t.proposed_at as "proposedAt",
      ${whoOf('d')} as "decidedBy", t.decided_at as "decidedAt", t.decision_note as "decisionNote", t.moved_at as "movedAt"
    from contract_terms t left join person p on p.id = t.proposed_by left join person d on d.id = t.decided_by
    where t.account_id = ${accountId} ${contractId === undefined ? empty : sql`and t.contract_id = ${contractId}`}
    order by t.number desc`);
}

/** Who can agree for the customer. */
export function approversOf(tx: Tx, accountId: string): Promise<{ id: string; name: string }[]> {
  return tx.rows(sql`select p.id, p.name from membership m join person p on p.id = m.person_id
    where m.account_id = ${accountId} and m.role = 'approver' and p.deactivated_at is null order by p.name`);
}

/** The people of the customer who are there, whatever their roles. */
export function membersOf(tx: Tx, accountId: string): Promise<{ id: string; name: string }[]> {
  return tx.rows(sql`select distinct p.id, p.name from membership m join person p on p.id = m.person_id
    where m.account_id = ${accountId} and p.deactivated_at is null order by p.name, p.id`);
}

/** How many people of the customer have each role. */
export async function peopleByRole(tx: Tx, accountId: string): Promise<Readonly<Record<string, number>>> {
  const rows = await tx.rows<{ role: string; people: number }>(sql`select m.role, count(*)::int as people
    from membership m join person p on p.id = m.person_id
    where m.account_id = ${accountId} and p.deactivated_at is null group by m.role`);
  return Object.fromEntries(rows.map(({ role, people }) => [role, people]));
}

export type AccountStanding = {
  readonly zone: string;
  readonly hosts: number | null;
  readonly isClosed: boolean;
  /** As conditions ask for it; what is not known is left out. */
  readonly data: FactData;
};

/** What is known of the account. Segments are compared as the language writes names: in small letters. */
export async function accountStanding(tx: Tx, accountId: string): Promise<AccountStanding | undefined> {
  const row = await tx.first<{
    zone: string;
    segment: string | null;
    revenue: number | null;
    hosts: number | null;
    closed: boolean;
  }>(
    sql`select zone, segment, annual_recurring_revenue as revenue, hosts, closed_at is not null as closed
      from account where account_id = ${accountId}`,
  );
  if (!row) return undefined;
  const { zone, segment, revenue, hosts, closed } = row;
  const data = {
    ...(segment === null ? {} : { segment: segment.toLowerCase() }),
    ...(revenue === null ? {} : { 'annual-recurring-revenue': revenue }),
    ...(hosts === null ? {} : { hosts }),
  };
  return { zone, hosts, isClosed: closed, data };
}

export type ExceptionRow = {
  readonly descriptionId: string;
  readonly exception: string;
  readonly role: string;
  readonly grants: boolean;
  readonly decidedBy: string | null;
  readonly deciderName: string | null;
  readonly decidedAt: string;
};

/** Decisions on exceptions, in the order in which they were made. */
export function exceptionRows(tx: Tx, accountId: string): Promise<ExceptionRow[]> {
  return tx.rows<ExceptionRow>(sql`select e.description_id as "descriptionId", e.exception, e.role, e.grants, e.decided_by as "decidedBy",
      p.name as "deciderName", e.decided_at as "decidedAt"
    from eligibility_decision e left join person p on p.id = e.decided_by
    where e.account_id = ${accountId} order by e.decided_at, e.id`);
}
