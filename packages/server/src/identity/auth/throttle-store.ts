/**
 * Wrong guesses, counted in the database for all servers together. An attempt is counted before it is tried, so that a
 * hundred at once are a hundred; a right one is taken back.
 */
import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Tx } from '../../platform/database/tx.ts';

/** SP 800-63B, 3.2.2 allows 100 failures in a row for one account; many people may share one network address. */
const LIMITS = { account: 10, network: 100, mail: 5 } as const;
const WINDOW_MINUTES = 15;

export type GuessKey = { readonly of: keyof typeof LIMITS; readonly key: string };

/** Keys are hashes: a list of addresses that somebody tried is nobody's business. */
export function guessKey(of: keyof typeof LIMITS, whose: string): GuessKey {
  return { of, key: `${of}:${createHash('sha256').update(whose).digest('base64url')}` };
}

/** Counts the attempt; gives the seconds to wait where there were too many already. */
export async function countAttempt(
  tx: Tx,
  keys: readonly GuessKey[],
  now: Temporal.Instant,
): Promise<{ readonly waitSeconds: number } | undefined> {
  let wait = 0;
  // Always in the same order, or two attempts could wait for one another.
  for (const { of, key } of keys.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const at = now.toString();
    const row = await tx.first<{ failures: number; seconds: number }>(sql`
      insert into sign_in_attempt as a (key, failures, window_ends_at)
        values (${key}, 1, ${at}::timestamptz + make_interval(mins => ${WINDOW_MINUTES}))
      on conflict (key) do update set
        failures = case when a.window_ends_at <= ${at} then 1 else a.failures + 1 end,
        window_ends_at = case when a.window_ends_at <= ${at} then excluded.window_ends_at else a.window_ends_at end
      returning failures, ceil(extract(epoch from window_ends_at - ${at}::timestamptz))::int as seconds`);
    if (row && row.failures > LIMITS[of]) wait = Math.max(wait, row.seconds);
  }
  return wait > 0 ? { waitSeconds: wait } : undefined;
}

/**
 * Notes that a person has used a code of an authenticator app; false where it was used before. The app shows it for half a
 * minute and its neighbours are accepted too, so that a few minutes of memory are enough.
 */
export async function useCode(tx: Tx, personId: string, code: string, now: Temporal.Instant): Promise<boolean> {
  const key = `code:${createHash('sha256').update(`${personId} ${code}`).digest('base64url')}`;
  const at = now.toString();
  const used = await tx.run(sql`insert into sign_in_attempt as a (key, failures, window_ends_at)
    values (${key}, 0, ${at}::timestamptz + interval '5 minutes')
    on conflict (key) do update set window_ends_at = excluded.window_ends_at where a.window_ends_at <= ${at}`);
  return used === 1;
}

/** The attempt was right: the account starts anew, its network address has one failure less. */
export async function takeBackAttempt(tx: Tx, keys: readonly GuessKey[]): Promise<void> {
  for (const { of, key } of keys.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    if (of === 'account') await tx.run(sql`delete from sign_in_attempt where key = ${key}`);
    else await tx.run(sql`update sign_in_attempt set failures = greatest(failures - 1, 0) where key = ${key}`);
  }
}
