/** Who shows this session or token, read from the database. */
import { SYSTEM } from '../../platform/database/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Visitor } from '../../platform/http/visitor.ts';
import { loadVisitor } from '../visitor-views.ts';
import { hashOfApiToken } from './api-token.ts';
import { keepSessionAlive, noteTokenUse } from './credential-store.ts';
import { sessionByToken, tokenByHash } from './credential-views.ts';

export type Shown =
  | { readonly kind: 'session'; readonly token: string }
  | { readonly kind: 'token'; readonly token: string };
export type Found = { readonly visitor: Visitor; readonly validUntil: Temporal.Instant };

/** Undefined where the credential is unknown, revoked or expired, or its person deactivated. */
export async function findVisitor(db: Database, shown: Shown, now: Temporal.Instant): Promise<Found | undefined> {
  return shown.kind === 'session' ? bySession(db, shown.token, now) : byToken(db, shown.token, now);
}

async function bySession(db: Database, shown: string, now: Temporal.Instant): Promise<Found | undefined> {
  const read = await db.read(SYSTEM, async (tx) => {
    const session = await sessionByToken(tx, shown, now);
    if (!session) return undefined;
    const visitor = await loadVisitor(tx, session.person_id, {
      via: 'session',
      credentialId: session.id,
      scopes: undefined,
      signedInBy: session.signed_in_by,
    });
    return visitor && { session, visitor };
  });
  if (!read) return undefined;
  const { session, visitor } = read;
  if (isOlderThan(session.updated_at, { minutes: 10 }, now)) {
    await db.write(SYSTEM, async (tx) => {
      await keepSessionAlive(tx, session.id, now);
      return { ok: true };
    });
  }
  return { visitor, validUntil: Temporal.Instant.from(session.expires_at) };
}

async function byToken(db: Database, shown: string, now: Temporal.Instant): Promise<Found | undefined> {
  const read = await db.read(SYSTEM, async (tx) => {
    const token = await tokenByHash(tx, hashOfApiToken(shown), now);
    if (!token) return undefined;
    const visitor = await loadVisitor(tx, token.person_id, {
      via: 'token',
      credentialId: token.id,
      scopes: token.scopes,
    });
    return visitor && { token, visitor };
  });
  if (!read) return undefined;
  const { token, visitor } = read;
  if (token.last_used_at === null || isOlderThan(token.last_used_at, { minutes: 1 }, now)) {
    await db.write(SYSTEM, async (tx) => {
      await noteTokenUse(tx, token.id, now);
      return { ok: true };
    });
  }
  return { visitor, validUntil: Temporal.Instant.from(token.expires_at) };
}

function isOlderThan(at: string, age: Temporal.DurationLike, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(at), now.subtract(age)) <= 0;
}
