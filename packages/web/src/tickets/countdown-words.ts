import { durationWords } from '../ui/time-words.ts';

/** How near a deadline is: `late` past it, `near` within the hour. */
export type Nearness = 'late' | 'near' | 'far';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** "42 min left", "1 h 05 min left", "8 min late"; under a minute it says so, for words lag by up to 15 s. */
export function countdownWords(dueMs: number, nowMs: number): { readonly says: string; readonly nearness: Nearness } {
  const left = dueMs - nowMs;
  const far = Math.abs(left);
  const words = far < MINUTE_MS ? 'under a minute' : durationWords(far / 1000);
  if (left < 0) return { says: `${words} late`, nearness: 'late' };
  return { says: `${words} left`, nearness: left <= HOUR_MS ? 'near' : 'far' };
}
