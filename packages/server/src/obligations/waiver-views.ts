/** Reads of waivers. */
import sql from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { obligationById } from './obligation-views.ts';

export type Waiver = Gives<'GET /accounts/:accountId/obligations/:obligationId'>['waivers'][number];

const shape = sql`w.id, w.reason, w.state, coalesce(r.name, '') as "requestedBy", w.requested_at as "requestedAt", d.name as "decidedBy",
  w.decided_at as "decidedAt", w.decision_note as "decisionNote"`;
const joined = sql`from waiver w left join person r on r.id = w.requested_by left join person d on d.id = w.decided_by`;

export function waiversOf(tx: Tx, accountId: string, obligationId: string): Promise<Waiver[]> {
  return tx.rows<Waiver>(
    sql`select ${shape} ${joined} where w.account_id = ${accountId} and w.obligation_id = ${obligationId} order by w.requested_at desc`,
  );
}

export function waiverById(tx: Tx, accountId: string, waiverId: string): Promise<Waiver | undefined> {
  return tx.first<Waiver>(sql`select ${shape} ${joined} where w.account_id = ${accountId} and w.id = ${waiverId}`);
}

/** Waivers that wait for the customer's approver. */
export async function waitingWaivers(tx: Tx, accountId: string): Promise<Gives<'GET /accounts/:accountId/waivers'>> {
  const rows = await tx.rows<
    Waiver & { obligationId: string }
  >(sql`select ${shape}, w.obligation_id as "obligationId" ${joined}
    where w.account_id = ${accountId} and w.state = 'requested' order by w.requested_at limit 200`);
  const found = [];
  for (const { obligationId, ...waiver } of rows) {
    const obligation = await obligationById(tx, accountId, obligationId);
    if (obligation) found.push({ ...waiver, obligation });
  }
  return { rows: found };
}
