/**
 * Who shows which session or token, in this server's memory, so that a hot request costs no query. What changes who
 * somebody is or what they may tells every server (`tamarack_visitors`), and each forgets that person at once. While the
 * notices cannot be relied on, nothing is remembered and nothing is believed.
 */
import { LRUCache } from 'lru-cache';
import { listen } from '../../platform/database/listen.ts';
import type { Found } from './find-visitor.ts';

const VISITORS = 10_000;
/** Also the rhythm in which the last use of a token and of a session is seen. */
const REMEMBERED_MS = 60_000;

export type VisitorCache = {
  /** What is remembered under this cookie or token, each named with its kind, or what `load` finds. */
  readonly through: (
    shown: string,
    now: Temporal.Instant,
    load: () => Promise<Found | undefined>,
  ) => Promise<Found | undefined>;
  /** Resolves when the notices arrive. */
  readonly listening: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens the cache and its connection to the database at `url`. */
export function openVisitorCache(url: string): VisitorCache {
  const kept = new LRUCache<string, Found>({ max: VISITORS, ttl: REMEMBERED_MS });
  // Raised by every notice: what was being read meanwhile may be older than the notice, and is not kept.
  let notices = 0;
  const forget = (personId: string) => {
    notices += 1;
    for (const [shown, { visitor }] of kept.entries())
      if (personId === '*' || visitor.personId === personId) kept.delete(shown);
  };
  const listener = listen({
    url,
    channel: 'tamarack_visitors',
    onNotice: forget,
    onLost: () => forget('*'),
  });
  return {
    listening: listener.listening,
    close: listener.close,
    through: async (shown, now, load) => {
      const known = listener.isListening() ? kept.get(shown) : undefined;
      // One that seems to be over is asked for again: a session that is used lives on.
      if (known && Temporal.Instant.compare(now, known.validUntil) < 0) return known;
      const before = notices;
      const found = await load();
      if (found && listener.isListening() && notices === before) kept.set(shown, found);
      return found;
    },
  };
}
