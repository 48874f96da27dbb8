/** The routes of erasure: contract in, use case, contract out. */
import type { exportRoutes } from '@tamarack/contract';
import type { Actor } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { Handlers } from '../platform/http/handler.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { repeated } from '../platform/http/repeated.ts';
import { isSeen } from './concerned-views.ts';
import { eraseAccount } from './erase-account.ts';
import { erasePerson } from './erase-person.ts';
import { foreseeAccount, foreseePerson } from './foreseen-views.ts';

type Key = Extract<keyof typeof exportRoutes, `${string}/erasure`>;

export const erasureHandlers: Pick<Handlers<keyof typeof exportRoutes>, Key> = {
  'GET /people/:personId/erasure': ({ tx, params }) => found(foreseePerson(tx, params.personId)),
  'POST /people/:personId/erasure': ({ tx, params, body, now }) => erasePerson(tx, { ...params, ...body }, now),
  'GET /accounts/:accountId/erasure': {
    alone: ({ db, actor, params, now }) =>
      found(
        ifSeen(db, actor, params.accountId, (all) => db.read(all, (tx) => foreseeAccount(tx, params.accountId, now))),
      ),
  },
  'POST /accounts/:accountId/erasure': {
    alone: async ({ db, actor, params, body, now }) =>
      (await ifSeen(db, actor, params.accountId, (all) =>
        repeated(() => db.write(all, (tx) => eraseAccount(tx, { ...params, name: body.name }, now))),
      )) ?? refuseApi('record.not-found'),
  },
};

/**
 * An account's people may belong to other accounts as well, so the work is done by an actor who sees all; but only where the
 * caller's own eyes saw this one.
 */
async function ifSeen<T>(
  db: Database,
  actor: Actor,
  accountId: string,
  work: (all: Actor) => Promise<T>,
): Promise<T | undefined> {
  const seen = await db.read(actor, (tx) => isSeen(tx, accountId));
  return seen ? work({ ...actor, accounts: 'all' }) : undefined;
}

async function found<T>(looked: Promise<T | undefined>): Promise<ApiResult<T>> {
  const value = await looked;
  return value === undefined ? refuseApi('record.not-found') : { ok: true, value };
}
