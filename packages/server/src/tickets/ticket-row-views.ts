/**
 * Tickets as lists show them. PostgreSQL writes a row as JSON, but for the names beside it, which are kept, and for what each
 * row would spend much time on: they are hot.
 */
import sql, { raw } from 'sql-template-tag';
import type { NamedIds, NamesBeside } from './kept-names-views.ts';

/** Stands for no id: each id of a row is as long as the others. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const idOf = (column: string) => raw(`coalesce(${column}, '${NOBODY}')`);

/** A row begins with ids, and ends with the clock that runs out next. Customers see no queues, and of escalations what is shared. */
export const ticketRow = sql`t.id, t.account_id as "accountId", ${idOf('t.contract_id')} as "contractId", ${idOf('t.product_id')} as "productId",
  ${idOf('t.requester_id')} as "requesterId", ${idOf('t.assignee_id')} as "assigneeId",
  t.reference, t.kind, t.subject, t.state, t.severity, t.side, case when (select scope_is_provider()) then t.queue end as queue,
  t.received_at as "receivedAt", t.acknowledged_at as "acknowledgedAt", t.last_at as "lastAt", t.last_side as "lastSide", t.breached,
  case when (select scope_is_provider()) then t.escalated else t.escalated_openly end as escalated, t.waits_for_approval as "waitsForApproval",
  t.version, ${idOf(`case when t.state = 'open' and t.next_due_at is not null then t.next_obligation_id end`)} as "obligationId",
  t.next_title as title, t.next_due_at as "dueAt"`;

const ID = 36;
/** Where each of the six ids begins, after its name and the mark of its text. */
const [TICKET, ACCOUNT, CONTRACT, PRODUCT, REQUESTER, ASSIGNEE] = places(
  'id',
  'accountId',
  'contractId',
  'productId',
  'requesterId',
  'assigneeId',
);
const AFTER_IDS = ASSIGNEE + ID + '"'.length;
const NEXT = ',"obligationId":"';

function places(...names: string[]): [number, number, number, number, number, number] {
  const found: number[] = [];
  for (const name of names)
    found.push((found.at(-1) ?? -ID) + ID + `${found.length === 0 ? '{' : '",'}"${name}":"`.length);
  return found as [number, number, number, number, number, number];
}

const idAt = (row: string, place: number) => row.slice(place, place + ID);

/** Whose names stand beside these rows. */
export function namedIn(rows: readonly string[]): NamedIds {
  const all = (place: number) => new Set(rows.map((row) => idAt(row, place)));
  const ids = { accounts: all(ACCOUNT), contracts: all(CONTRACT), products: all(PRODUCT), people: all(REQUESTER) };
  for (const row of rows) ids.people.add(idAt(row, ASSIGNEE));
  for (const some of Object.values(ids)) some.delete(NOBODY);
  return ids;
}

/** The row as the contract wants it. */
export function shownRow(row: string, { things, people }: NamesBeside): string {
  const accountId = idAt(row, ACCOUNT);
  const contractId = idAt(row, CONTRACT);
  const account = things.get(accountId);
  if (!account) throw new Error('A ticket was read whose account could not be.');
  const person = (id: string) => {
    const named = people.get(id);
    return named ? `{"id":"${id}","name":${named.json}}` : 'null';
  };
  const next = row.lastIndexOf(NEXT);
  return `{"id":"${idAt(row, TICKET)}","accountId":"${accountId}","account":${account.json},"accountZone":${JSON.stringify(account.more)},"contractId":${contractId === NOBODY ? 'null' : `"${contractId}"`},"contract":${things.get(contractId)?.json ?? 'null'},"product":${things.get(idAt(row, PRODUCT))?.json ?? 'null'},"requester":${person(idAt(row, REQUESTER))},"assignee":${person(idAt(row, ASSIGNEE))}${row.slice(AFTER_IDS, next)},"next":${idAt(row, next + NEXT.length) === NOBODY ? 'null' : `{${row.slice(next + 1)}`}}`;
}
