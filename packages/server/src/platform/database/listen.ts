/**
 * Notices of the database (LISTEN) on a connection of their own. A notice that was missed is missed for ever, so the
 * listener says at every moment whether it can be relied on, and whoever relies on it forgets what it knew when it broke.
 */
import pg, { type Client } from 'pg';
import { SERVER_ROLE } from './database.ts';

const RETRY_MS = 250;
/** A connection whose other end is gone says nothing; a question that stays unanswered finds it within these. */
const ASK_EVERY_MS = 3_000;
const ANSWER_WITHIN_MS = 3_000;

export type Listener = {
  /** False from the moment in which a notice may be missed. */
  readonly isListening: () => boolean;
  /** Resolves when it listens, at once if it does. */
  readonly listening: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ListenOptions = {
  readonly url: string;
  /** A plain name, for it becomes part of the statement. */
  readonly channel: string;
  readonly onNotice: (payload: string) => void;
  /** It does not listen any more: notices may be missed from now on. */
  readonly onLost: () => void;
};

/** Listens until it is closed, connecting again as often as it takes. */
export function listen({ url, channel, onNotice, onLost }: ListenOptions): Listener {
  let client: Client | undefined;
  let live = false;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let waiting: (() => void)[] = [];

  const later = (ms: number, act: () => Promise<void>) => {
    timer = setTimeout(() => void act(), ms);
    timer.unref();
  };
  const lost = (broken: Client) => {
    if (client !== broken) return;
    client = undefined;
    live = false;
    clearTimeout(timer);
    onLost();
    void broken.end().catch(() => undefined);
    if (!closed) later(RETRY_MS, connect);
  };
  const ask = async (asked: Client) => {
    try {
      await asked.query('select 1');
    } catch {
      lost(asked);
      return;
    }
    if (client === asked) later(ASK_EVERY_MS, () => ask(asked));
  };
  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'tamarack-listen',
      options: `-c role=${SERVER_ROLE}`,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      query_timeout: ANSWER_WITHIN_MS,
    });
    client = next;
    next.on('error', () => lost(next));
    next.on('end', () => lost(next));
    next.on('notification', ({ payload }) => onNotice(payload ?? ''));
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
    } catch {
      lost(next);
      return;
    }
    if (client !== next) return;
    live = true;
    for (const resolve of waiting) resolve();
    waiting = [];
    later(ASK_EVERY_MS, () => ask(next));
  }
  void connect();
  return {
    isListening: () => live,
    listening: () => {
      if (live) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    },
    close: async () => {
      closed = true;
      live = false;
      clearTimeout(timer);
      const last = client;
      client = undefined;
      await last?.end().catch(() => undefined);
    },
  };
}
