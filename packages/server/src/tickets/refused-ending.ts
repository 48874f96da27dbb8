/** Whether a ticket may end for this reason. */
import { scopeOf } from '@tamarack/core';
import { CLOSING_CODES, RESOLUTION_CODES } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import type { Ids } from './ids.ts';
import { receivedUnder } from './received-under.ts';

/**
 * Declining needs a ground of the description under which the ticket was received, where it names any (AC18): what was sold says
 * what may be declined. How something was resolved no description says, so those codes are ours, and the same for every service.
 * To close it, each side has its own; that time ran out is for time to say.
 */
export async function refusedEnding(
  tx: Tx,
  ids: Ids,
  how: 'resolved' | 'closed' | 'declined',
  because: string | undefined,
  side: 'provider' | 'customer',
): Promise<ReturnType<typeof refuseApi> | undefined> {
  if (how !== 'declined') {
    const [codes, sentence]: [readonly string[], string] =
      how === 'resolved'
        ? [RESOLUTION_CODES, 'A ticket is resolved with one of the codes, or with none.']
        : [CLOSING_CODES[side], CLOSED[side]];
    return because === undefined || codes.includes(because) ? undefined : refused(sentence, codes);
  }
  const agreed = await receivedUnder(tx, ids);
  const grounds = agreed ? scopeOf(agreed.terms).grounds : [];
  return grounds.length === 0 || grounds.some(({ name }) => name === because)
    ? undefined
    : refused(
        'A ticket is declined on a ground that the service description names.',
        grounds.map(({ name }) => name),
      );
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
