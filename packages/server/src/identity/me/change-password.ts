/** Somebody who is signed in changes the password; the other sessions end. */
import type { FastifyReply } from 'fastify';
import type { Body } from '@tamarack/contract';
import { type Actor, SYSTEM } from '../../platform/database/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { refuseApi, type ApiResult } from '../../platform/http/refuse-api.ts';
import type { Visitor } from '../../platform/http/visitor.ts';
import { countAttempt, guessKey, takeBackAttempt } from '../auth/throttle-store.ts';
import { knownOf } from '../links/link-views.ts';
import { verifyPassword } from '../passwords/hash-password.ts';
import { hashedPassword } from '../passwords/hashed-password.ts';
import { passwordHash, replacePassword } from '../passwords/password-store.ts';
import { sendMail } from '../mail-store.ts';
import { endSessions } from '../sessions-store.ts';

/** Refuses `sign-in.failed` for a wrong present password, counted as a guess, and `password.too-weak`. */
export async function changePassword(
  db: Database,
  actor: Actor,
  { personId, credentialId }: Visitor,
  { current, next }: Body<'PUT /me/password'>,
  now: Temporal.Instant,
  reply: FastifyReply,
): Promise<ApiResult<undefined>> {
  const keys = [guessKey('account', personId)];
  const tooMany = await db.write(SYSTEM, async (tx) => ({ ok: true, value: await countAttempt(tx, keys, now) }));
  if (tooMany.value) {
    void reply.header('retry-after', tooMany.value.waitSeconds);
    return refuseApi('request.too-many');
  }
  const { hash, known } = await db.read(actor, async (tx) => ({
    hash: await passwordHash(tx, personId),
    known: await knownOf(tx, personId),
  }));
  if (hash === undefined || !(await verifyPassword({ hash, password: current }))) return notRight();
  const hashed = await hashedPassword(next, known, 'next');
  if (!hashed.ok) return hashed;
  return db.write<ApiResult<undefined>>(actor, async (tx) => {
    // Whoever changes it at the same time has made the present one another.
    if (!(await replacePassword(tx, personId, hash, hashed.value, now))) return notRight();
    await takeBackAttempt(tx, keys);
    await endSessions(tx, personId, credentialId);
    await sendMail(tx, { kind: 'password-changed', personId, path: '/profile' });
    return { ok: true, value: undefined };
  });
}

function notRight() {
  return refuseApi('sign-in.failed', 'The present password is not right.');
}
