/** Somebody asks for a link that sets a new password. Nothing of the answer tells whether the address is known. */
import { setTimeout as delay } from 'node:timers/promises';
import { SYSTEM } from '../../platform/database/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { networkOf } from '../../platform/http/network-of.ts';
import { countAttempt, guessKey } from '../auth/throttle-store.ts';
import { makeResetLink } from './link-store.ts';

/** A known address takes a millisecond longer than an unknown one; both answers come after this. */
const ANSWER_AFTER_MS = 25;

/**
 * Mails a link to whoever has the address, five times in a quarter of an hour at most: nobody's mailbox is flooded. Gives
 * the seconds to wait where the network of `caller`, an address, has asked too often.
 */
export async function askForReset(
  db: Database,
  email: string,
  caller: string,
  now: Temporal.Instant,
): Promise<{ readonly waitSeconds: number } | undefined> {
  const asked = db.write(SYSTEM, async (tx) => {
    const tooMany = await countAttempt(tx, [guessKey('network', networkOf(caller))], now);
    if (tooMany) return { ok: true, value: tooMany };
    const flooded = await countAttempt(tx, [guessKey('mail', email)], now);
    if (!flooded) await makeResetLink(tx, email, now);
    return { ok: true, value: undefined };
  });
  const [{ value }] = await Promise.all([asked, delay(ANSWER_AFTER_MS)]);
  return value;
}
