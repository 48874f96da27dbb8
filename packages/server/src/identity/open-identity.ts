/** Opens what knows who calls: sign-in, sessions, tokens, and the memory of visitors. */
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../platform/clock/clock.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import { openLibraryPool } from '../platform/database/library-pool.ts';
import { authPlugin } from './auth/auth-plugin.ts';
import type { Auth, AuthParts, MakeAuth } from './auth/make-auth.ts';
import { giveStaffRole } from './auth/newcomer-store.ts';
import { maySignIn, providerName } from './auth/sign-in-views.ts';
import { useCode } from './auth/throttle-store.ts';
import { keptSecret } from './installation-secret-store.ts';
import { providerAuths } from './sign-on/provider-auths.ts';
import { openVisitorCache } from './visitors/visitor-cache.ts';
import { type VisitorOf, visitorOfRequests } from './visitors/visitor-of.ts';

export type IdentityParts = {
  readonly db: Database;
  /** For connections of its own: the sign-in library's and the notices'. */
  readonly url: string;
  readonly clock: Clock;
  readonly publicUrl: string;
  /** Origins beside our own that may sign people in: a development server. */
  readonly trustedOrigins?: readonly string[];
  /** What went wrong in a sign-in without being anybody's mistake; never holds a secret. */
  readonly onProblem?: (message: string) => void;
};

export type Identity = {
  readonly visitorOf: VisitorOf;
  /** For `buildServer`: the ways to sign in, below /api/auth. */
  readonly plugin: (app: FastifyInstance) => void;
  readonly close: () => Promise<void>;
};

/** The library is a third of the program, and wanted when somebody first signs in. */
const makeAuth: MakeAuth = async (parts, provider) => (await import('./auth/make-auth.ts')).makeAuth(parts, provider);

function authLater(parts: AuthParts): () => Promise<Auth> {
  let made: Promise<Auth> | undefined;
  return () =>
    (made ??= makeAuth(parts).catch((error: unknown) => {
      // Whoever comes next tries again.
      made = undefined;
      throw error;
    }));
}

/** Needs a prepared database; makes the installation's secret at the first start. */
export async function openIdentity(parts: IdentityParts): Promise<Identity> {
  const { db, url, clock, publicUrl, trustedOrigins = [], onProblem = () => undefined } = parts;
  const secret = await keptSecret(db);
  const pool = openLibraryPool(url, 'sign-in', ({ message }) => onProblem(message));
  const cache = openVisitorCache(url);
  await cache.listening();
  const authParts: AuthParts = {
    pool,
    secret,
    publicUrl,
    trustedOrigins,
    appName: await db.read(SYSTEM, providerName),
    maySignIn: (personId) => db.read(SYSTEM, (tx) => maySignIn(tx, personId)),
    useCode: async (personId, code) => {
      const now = clock.now();
      const used = await db.write(SYSTEM, async (tx) => ({ ok: true, value: await useCode(tx, personId, code, now) }));
      return used.value;
    },
    welcomeNewcomer: async (personId, role) => {
      await db.write(SYSTEM, async (tx) => {
        await giveStaffRole(tx, personId, role);
        return { ok: true };
      });
    },
    onProblem,
  };
  const visitorOf = visitorOfRequests(parts, secret, cache);
  const auth = authLater(authParts);
  const authOfProvider = providerAuths(db, authParts, makeAuth);
  return {
    visitorOf,
    plugin: authPlugin({ db, clock, publicUrl, trustedOrigins, visitorOf, auth, authOfProvider }),
    close: async () => {
      await cache.close();
      await pool.end();
    },
  };
}
