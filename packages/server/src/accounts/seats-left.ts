/** Whether the customer may name one more person for a role (AC4). */
import { seatsOf, type Seats } from '@tamarack/core';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { loadContractTerms } from '../terms/index.ts';
import { hostsOf, othersInRole } from './people-views.ts';

/**
 * Refuses `state.not-possible` with the arithmetic where all seats are taken. Several contracts that count seats of the
 * role do not add up: the one that gives most counts. Where none does, or nobody counted the hosts, nothing is refused.
 */
export async function seatFor(
  tx: Tx,
  accountId: string,
  personId: string,
  role: string,
  now: Temporal.Instant,
): Promise<ApiResult<undefined>> {
  const seconds = Math.floor(now.epochMilliseconds / 1000);
  const terms = (await loadContractTerms(tx, accountId)).filter(
    ({ untilAt }) => untilAt === undefined || untilAt > seconds,
  );
  if (terms.length === 0) return { ok: true, value: undefined };
  const hosts = await hostsOf(tx, accountId);
  const taken = await othersInRole(tx, accountId, personId, role);
  const counted = { counts: hosts === null ? {} : { hosts }, taken: { [role]: taken } };
  const rows = terms.flatMap((agreed) => seatsOf(agreed.terms, counted)).filter((seats) => seats.role === role);
  const most = rows.toSorted((a, b) => allowed(b) - allowed(a))[0];
  if (!most || allowed(most) > taken) return { ok: true, value: undefined };
  return refuseApi(
    'state.not-possible',
    `All ${most.allowed ?? 0} seats are taken. ${most.says} ${most.sentence} Take the role from somebody first.`,
  );
}

function allowed(seats: Seats): number {
  return seats.allowed ?? Number.POSITIVE_INFINITY;
}
