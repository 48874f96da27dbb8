/** What the HTTP platform is put together from. */
import type { FastifyRequest } from 'fastify';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { Visitor } from './visitor.ts';

export type HttpParts = {
  readonly db: Database;
  readonly clock: Clock;
  /** The address under which people reach it: "https://support.example.com". */
  readonly publicUrl: string;
  /** Who calls, by session cookie or token; undefined where nobody is signed in. */
  readonly visitorOf: (request: FastifyRequest) => Promise<Visitor | undefined>;
  /** Holds every reply against the contract; for tests and demonstration. */
  readonly checkReplies?: boolean;
  /** Addresses and networks of reverse proxies whose X-Forwarded-For is believed, besides this machine's own. */
  readonly trustedProxies?: readonly string[];
  /** Requests a minute for one person, or for one address that is not signed in. */
  readonly requestsPerMinute: number;
};
