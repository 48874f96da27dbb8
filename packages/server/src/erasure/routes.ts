/** The routes of erasure: contract in, use case, contract out. */
import type { exportRoutes } from '@tamarack/contract';
import type { Actor } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tx } from '../platform/database/tx.ts';
import type { Handlers } from '../platform/http/handler.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { isSeen } from './concerned-views.ts';
import { eraseAccount } from './erase-account.ts';
import { erasePerson } from './erase-person.ts';
import { foreseeAccount, foreseePerson } from './foreseen-views.ts';

type Key = Extract<keyof typeof exportRoutes, `${string}/erasure`>;

export const erasureHandlers: Pick<Handlers<keyof typeof exportRoutes>, Key> = {
  'GET /accounts/:accountId/people/:personId/erasure': {
    alone: ({ db, actor, params }) =>
      foreseen(db, actor, params.accountId, (tx) => foreseePerson(tx, params.accountId, params.personId)),
  },
  'POST /accounts/:accountId/people/:personId/erasure': {
    alone: ({ db, actor, params, body, now }) =>
      everywhere(db, actor, params.accountId, (tx) => erasePerson(tx, { ...params, files: body.files }, now)),
  },
  'GET /accounts/:accountId/erasure': {
    alone: ({ db, actor, params, now }) =>
      foreseen(db, actor, params.accountId, (tx) => foreseeAccount(tx, params.accountId, now)),
  },
  'POST /accounts/:accountId/erasure': {
    alone: ({ db, actor, params, body, now }) =>
      everywhere(db, actor, params.accountId, (tx) => eraseAccount(tx, { ...params, name: body.name }, now)),
  },
};

/** A person is erased wherever it is, so that all accounts are seen; but only where the actor's own eyes saw this one. */
async function everywhere(
  db: Database,
  actor: Actor,
  accountId: string,
  work: (tx: Tx) => Promise<ApiResult<undefined>>,
): Promise<ApiResult<undefined>> {
  const seen = await db.read(actor, (tx) => isSeen(tx, accountId));
  return seen ? db.write({ ...actor, accounts: 'all' }, work) : refuseApi('record.not-found');
}

/** As `everywhere`, for what is said beforehand. */
async function foreseen<T>(
  db: Database,
  actor: Actor,
  accountId: string,
  look: (tx: Tx) => Promise<T | undefined>,
): Promise<ApiResult<T>> {
  if (!(await db.read(actor, (tx) => isSeen(tx, accountId)))) return refuseApi('record.not-found');
  const value = await db.read({ ...actor, accounts: 'all' }, look);
  return value === undefined ? refuseApi('record.not-found') : { ok: true, value };
}
