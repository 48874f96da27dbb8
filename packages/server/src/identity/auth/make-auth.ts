/**
 * The sign-in library with our tables, our hash and our rules. It makes sessions and runs the ceremonies; who somebody is
 * and what they may is decided elsewhere, from the same rows.
 */
import { passkey } from '@better-auth/passkey';
import { betterAuth, type BetterAuthPlugin } from 'better-auth';
import { APIError } from 'better-auth/api';
// Each plugin by its own path: the folder of all of them costs 14 MB of memory.
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { v7 } from 'uuid';
import type { LibraryPool } from '../../platform/database/library-pool.ts';
import { hashPassword, verifyPassword } from '../passwords/hash-password.ts';
import { cookiePrefixOf } from '../visitors/session-cookie.ts';
import type { SignedInBy } from '../visitors/credential-views.ts';
import { authTables, passkeySchema, twoFactorSchema } from './auth-tables.ts';
import { oauthConfigOf, type OpenedProvider } from './oauth-config.ts';

const DAY_SECONDS = 24 * 3600;
/** The cookie's life, and with it the longest that a session can be kept alive (visitors/credential-store.ts). */
const LONGEST_SECONDS = 30 * DAY_SECONDS;
/** Without use it ends sooner. */
const UNUSED_MS = 7 * DAY_SECONDS * 1000;

export type AuthParts = {
  readonly pool: LibraryPool;
  readonly secret: string;
  readonly publicUrl: string;
  readonly trustedOrigins: readonly string[];
  /** The provider's name, for authenticator apps and passkeys. */
  readonly appName: string;
  /** False for people who may not sign in: deactivated, or unknown. */
  readonly maySignIn: (personId: string) => Promise<boolean>;
  /** False where the person has signed in with this code before: it is good for once (RFC 6238, 5.2). */
  readonly useCode: (personId: string, code: string) => Promise<boolean>;
  readonly welcomeNewcomer: (personId: string, role: string) => Promise<void>;
  /** What the library complains about, without what it was about. */
  readonly onProblem: (message: string) => void;
};

/** Answers the requests below /api/auth. */
export type Auth = {
  readonly handler: (request: Request) => Promise<Response>;
  readonly context: () => Promise<{ readonly socialProviders: readonly unknown[] }>;
};

type NewSession = { readonly userId: string; readonly createdAt: Date; readonly expiresAt: Date };
const VERIFY_CODE = '/two-factor/verify-totp';
const SIGNED_IN_BY: Readonly<Record<string, SignedInBy>> = {
  [VERIFY_CODE]: 'second-factor',
  '/two-factor/verify-backup-code': 'second-factor',
  '/passkey/verify-authentication': 'passkey',
  '/callback/:id': 'single-sign-on',
};

export type MakeAuth = (parts: AuthParts, provider?: OpenedProvider) => Promise<Auth>;

/** One with a provider of single sign-on, or the one for everything else. */
export function makeAuth(parts: AuthParts, provider?: OpenedProvider): Auth {
  const { pool, secret, publicUrl, trustedOrigins, appName } = parts;
  const isHttps = publicUrl.startsWith('https:');
  const { hostname, origin } = new URL(publicUrl);
  const auth = betterAuth({
    appName,
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: pool,
    trustedOrigins: [origin, ...trustedOrigins],
    telemetry: { enabled: false },
    // One rate limit, ours (platform/http), and the throttle of sign-ins, which counts for all servers.
    rateLimit: { enabled: false },
    logger: { level: 'error', log: (_level, message) => parts.onProblem(message) },
    // Failures come out as they are, for the server to judge and to log; the library would print them.
    onAPIError: { throw: true, errorURL: '/sign-in' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: 1000,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: { ...authTables.user, additionalFields: { side: { type: 'string', required: false, input: false } } },
    session: {
      ...authTables.session,
      expiresIn: LONGEST_SECONDS,
      // Kept alive by the look-up of visitors, which sees every request.
      disableSessionRefresh: true,
      freshAge: DAY_SECONDS,
      additionalFields: { signedInBy: { type: 'string', required: false, input: false, fieldName: 'signed_in_by' } },
    },
    account: {
      ...authTables.account,
      updateAccountOnSignIn: false,
      // Everybody's address was proved by an invitation or has no password yet, so that a provider that has verified it
      // may speak for it; which addresses those are, oauth-config.ts decides.
      accountLinking: { enabled: true, requireLocalEmailVerified: false },
    },
    verification: authTables.verification,
    plugins: pluginsOf(appName, hostname, origin, provider),
    databaseHooks: hooksOf(parts, provider),
    advanced: {
      cookiePrefix: cookiePrefixOf(publicUrl),
      // The library's own prefix, __Secure-, promises less than ours.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isHttps },
      ipAddress: { ipAddressHeaders: ['x-tamarack-address'] },
      database: { generateId: () => v7() },
    },
  });
  return { handler: auth.handler, context: () => auth.$context };
}

function pluginsOf(appName: string, rpID: string, origin: string, provider: OpenedProvider | undefined) {
  const plugins: BetterAuthPlugin[] = [
    twoFactor({ issuer: appName, schema: twoFactorSchema }),
    passkey({
      rpID,
      rpName: appName,
      origin,
      schema: passkeySchema,
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      authentication: {
        afterVerification: ({ verification }) => {
          // A passkey stands for two factors only where its holder was verified, too.
          if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED');
        },
      },
    }),
  ];
  return provider ? [...plugins, genericOAuth({ config: [oauthConfigOf(provider)] })] : plugins;
}

function hooksOf(parts: AuthParts, provider: OpenedProvider | undefined) {
  return {
    session: {
      create: {
        before: async (session: NewSession, context: { path?: string; body?: unknown } | null) => {
          const path = context?.path ?? '';
          if (!(await parts.maySignIn(session.userId))) return false;
          if (path === VERIFY_CODE && !(await parts.useCode(session.userId, codeIn(context?.body)))) return false;
          const unusedUntil = new Date(session.createdAt.getTime() + UNUSED_MS);
          const expiresAt = session.expiresAt < unusedUntil ? session.expiresAt : unusedUntil;
          return { data: { signedInBy: SIGNED_IN_BY[path] ?? 'password', expiresAt } };
        },
      },
    },
    account: {
      create: {
        // We act for nobody at a provider, so that its tokens are not kept.
        before: () =>
          Promise.resolve({
            data: {
              accessToken: undefined,
              refreshToken: undefined,
              idToken: undefined,
              accessTokenExpiresAt: undefined,
              refreshTokenExpiresAt: undefined,
            },
          }),
      },
    },
    user: {
      create: {
        before: ({ emailVerified, email, name }: { emailVerified: boolean; email: string; name: string }) =>
          Promise.resolve(emailVerified && { data: { side: 'provider', name: (name.trim() || email).slice(0, 200) } }),
        after: async ({ id }: { id: string }) => {
          if (provider?.newcomerRole) await parts.welcomeNewcomer(id, provider.newcomerRole);
        },
      },
    },
  };
}

function codeIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
}
