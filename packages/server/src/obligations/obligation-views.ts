/** Reads of the ledger, straight to the shapes of the contract. */
import sql, { empty, raw } from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { BY_DUE, BY_DUE_IF_ANY, LATEST_SETTLED, page, settledAt } from './obligation-page-views.ts';
import { isEscalated, shapeWith, waitsForApproval, withTicket } from './obligation-shape-views.ts';

type Obligation = Gives<'GET /accounts/:accountId/obligations'>['rows'][number];
type Ledger = Gives<'GET /accounts/:accountId/ledger'>;

/** Whole seconds, so that no rounding is left to anybody. */
const instant = (column: string) => raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

const shape = sql`${shapeWith(instant)}, t.reference as ticket, ${isEscalated} as "ticketEscalated", ${waitsForApproval} as "ticketWaitsForApproval",
  a.name as account, a.zone as "accountZone", c.name as contract`;
const joined = sql`join account a on a.account_id = o.account_id join contract c on c.account_id = o.account_id and c.id = o.contract_id`;

export type ObligationFilter = {
  readonly state?: string | undefined;
  readonly show: 'due' | 'settled' | 'all';
  readonly promise?: string | undefined;
  readonly contractId?: string | undefined;
  readonly side?: string | undefined;
  readonly month?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly metBy?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
};

/** One page of an account's obligations, as JSON. */
export function obligationPage(tx: Tx, accountId: string, filter: ObligationFilter): Promise<string> {
  const { state, show, promise, contractId, side, month, subjectId, metBy, limit, after } = filter;
  const where = sql`o.account_id = ${accountId}
    ${state === undefined ? empty : sql`and o.state = ${state}`}
    ${show === 'due' ? sql`and o.state in ('open', 'paused')` : show === 'settled' ? sql`and o.state not in ('open', 'paused', 'void')` : empty}
    ${promise === undefined ? empty : sql`and o.promise = ${promise}`}
    ${contractId === undefined ? empty : sql`and o.contract_id = ${contractId}`}
    ${side === undefined ? empty : sql`and o.side = ${side}`}
    ${subjectId === undefined ? empty : sql`and o.subject_id = ${subjectId}`}
    ${metBy === undefined ? empty : sql`and o.evidence_id = ${metBy} and o.state = 'met'`}
    ${month === undefined ? empty : sql`and to_char(${settledAt} at time zone (select zone from account where account_id = ${accountId}), 'YYYY-MM') = ${month}`}`;
  return page(tx, where, show === 'due' ? BY_DUE_IF_ANY : LATEST_SETTLED, limit, after, accountId);
}

export type TodayFilter = {
  readonly mine: boolean;
  readonly accountId?: string | undefined;
  readonly side: 'provider' | 'customer';
  readonly limit: number;
  readonly after?: string | undefined;
};

/** What is owed in all accounts that the transaction sees, by next due, as JSON. */
export function todayPage(tx: Tx, { mine, accountId, side, limit, after }: TodayFilter): Promise<string> {
  const me = tx.actor.personId ?? null;
  // Whoever serves nobody is answered at once, and not after all that is owed was looked through.
  const serves = sql`and (exists (select from role_assignment r where r.side = 'provider' and r.person_id = ${me})
      or exists (select from account_team t where t.person_id = ${me}))`;
  const own =
    side === 'provider'
      ? sql`and (exists (select from role_assignment r where r.account_id = o.account_id and r.contract_id = o.contract_id and r.side = 'provider' and r.role = o.role and r.person_id = ${me})
      or exists (select from account_team t where t.account_id = o.account_id and t.role = o.role and t.person_id = ${me}))`
      : sql`and (exists (select from role_assignment r where r.account_id = o.account_id and r.side = 'provider' and r.person_id = ${me})
      or exists (select from account_team t where t.account_id = o.account_id and t.person_id = ${me}))`;
  // The provider's side is written out, for the index of this very list to be found.
  const owed =
    side === 'provider'
      ? sql`o.state = 'open' and o.side = 'provider' and o.due_at is not null`
      : sql`o.state = 'open' and o.side = 'customer'`;
  const where = sql`${owed}
    ${accountId === undefined ? empty : sql`and o.account_id = ${accountId}`}
    ${mine ? sql`${serves} ${own}` : empty}`;
  // Much of what customers owe has no deadline, and all the same somebody waits for it.
  return page(tx, where, side === 'provider' ? BY_DUE : BY_DUE_IF_ANY, limit, after, accountId);
}

/** One obligation; undefined where there is none that the transaction may see. */
export function obligationById(tx: Tx, accountId: string, obligationId: string): Promise<Obligation | undefined> {
  return tx.first<Obligation>(
    sql`select ${shape} from obligation o ${joined} ${withTicket(sql`${accountId}`)} where o.account_id = ${accountId} and o.id = ${obligationId}`,
  );
}

/** Kept, due, broken and waived, in all, by promise and by the month of settling in the account's zone. */
export async function ledgerOf(
  tx: Tx,
  accountId: string,
  filter: { readonly contractId?: string | undefined; readonly side?: string | undefined },
): Promise<Ledger> {
  const where = sql`o.account_id = ${accountId} ${filter.contractId === undefined ? empty : sql`and o.contract_id = ${filter.contractId}`}
    ${filter.side === undefined ? empty : sql`and o.side = ${filter.side}`}`;
  const counts =
    raw(`count(*) filter (where o.state = 'met')::int as kept, count(*) filter (where o.state in ('open', 'paused'))::int as due,
    count(*) filter (where o.state = 'breached')::int as broken, count(*) filter (where o.state = 'waived')::int as waived`);
  const promises = await tx.rows<
    Ledger['promises'][number]
  >(sql`select o.promise, max(o.title) as title, o.contract_id as "contractId", c.name as contract, o.side, ${counts},
      ${instant("min(o.due_at) filter (where o.state = 'open')")} as "nextDueAt"
    from obligation o ${joined} where ${where} group by o.promise, o.contract_id, c.name, o.side order by c.name, o.contract_id, min(o.opened_at), o.promise`);
  const months = await tx.rows<
    Ledger['months'][number]
  >(sql`select to_char(${settledAt} at time zone a.zone, 'YYYY-MM') as month,
      count(*) filter (where o.state = 'met')::int as kept, count(*) filter (where o.state = 'breached')::int as broken, count(*) filter (where o.state = 'waived')::int as waived
    from obligation o ${joined} where ${where} and o.state in ('met', 'breached', 'waived') group by 1 order by 1`);
  const sum = (column: 'kept' | 'due' | 'broken' | 'waived') => promises.reduce((total, row) => total + row[column], 0);
  return { kept: sum('kept'), due: sum('due'), broken: sum('broken'), waived: sum('waived'), promises, months };
}
