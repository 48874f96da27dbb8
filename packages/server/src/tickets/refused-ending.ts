/** Whether a ticket may end for this reason. */
import { scopeOf } from '@tamarack/core';
import { CLOSING_CODES, RESOLUTION_CODES, type Body } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import type { Ids } from './ids.ts';
import { receivedUnder } from './received-under.ts';

type Ending = Body<'POST /accounts/:accountId/tickets/:ticketId/ending'>;

/**
 * Declining needs words for the customer, and a ground of the description under which the ticket was received, where it names any
 * (AC18): what was sold says what may be declined. How something was resolved no description says, so those codes are ours, the
 * same for every service, and one is always given. To close it, each side has its own; that time ran out is for time to say.
 */
export async function refusedEnding(
  tx: Tx,
  ids: Ids,
  { how, because, note }: Ending,
  side: 'provider' | 'customer',
): Promise<ReturnType<typeof refuseApi> | undefined> {
  if (how === 'resolved')
    return isAmong(RESOLUTION_CODES, because)
      ? undefined
      : refused('A ticket is resolved with a code that says how it was solved.', RESOLUTION_CODES);
  if (how === 'closed')
    return because === undefined || isAmong(CLOSING_CODES[side], because)
      ? undefined
      : refused(CLOSED[side], CLOSING_CODES[side]);
  const agreed = await receivedUnder(tx, ids);
  const grounds = agreed ? scopeOf(agreed.terms).grounds : [];
  if (grounds.length > 0 && !grounds.some(({ name }) => name === because))
    return refused(
      'A ticket is declined on a ground that the service description names.',
      grounds.map(({ name }) => name),
    );
  if (note.trim() !== '') return undefined;
  return refuseApi('value.not-allowed', 'Say why it is declined: the customer reads it.', [
    { path: 'note', says: 'expected why, and where the customer can turn to' },
  ]);
}

function isAmong(codes: readonly string[], because: string | undefined): boolean {
  return because !== undefined && codes.includes(because);
}

const CLOSED = {
  provider: 'The provider closes a ticket with one of the codes of solutions, or with none.',
  customer: 'A customer closes a ticket as solved, as not needed any more, or without a reason.',
} as const;

function refused(sentence: string, expected: readonly string[]): ReturnType<typeof refuseApi> {
  return refuseApi('value.not-allowed', sentence, [
    { path: 'because', says: `expected one of ${expected.join(', ')}` },
  ]);
}
