/** Who calls: the visitor of a request, by API token or session cookie. */
import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Visitor } from '../../platform/http/visitor.ts';
import { apiTokenIn } from './api-token.ts';
import { findVisitor } from './find-visitor.ts';
import { cookiePrefixOf, sessionCookieIn, tokenOfCookie } from './session-cookie.ts';
import type { VisitorCache } from './visitor-cache.ts';

export type VisitorOf = (request: Pick<FastifyRequest, 'headers'>) => Promise<Visitor | undefined>;

/** An Authorization header is believed or nobody is: it never falls back to a cookie that happens to be there. */
export function visitorOfRequests(
  { db, clock, publicUrl }: { readonly db: Database; readonly clock: Clock; readonly publicUrl: string },
  secret: string,
  cache: VisitorCache,
): VisitorOf {
  const prefix = cookiePrefixOf(publicUrl);
  return async ({ headers }) => {
    const now = clock.now();
    if (headers.authorization !== undefined) {
      const token = apiTokenIn(headers.authorization);
      if (token === undefined) return undefined;
      const found = await cache.through(`token ${token}`, now, () => findVisitor(db, { kind: 'token', token }, now));
      return found?.visitor;
    }
    const cookie = sessionCookieIn(headers.cookie, prefix);
    if (cookie === undefined) return undefined;
    const found = await cache.through(`session ${cookie}`, now, async () => {
      const token = tokenOfCookie(cookie, secret);
      return token === undefined ? undefined : findVisitor(db, { kind: 'session', token }, now);
    });
    return found?.visitor;
  };
}
