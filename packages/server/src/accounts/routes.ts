/** The routes of accounts: contract in, use case, contract out. */
import type { accountRoutes } from '@tamarack/contract';
import { refuseApi } from '../platform/http/refuse-api.ts';
import type { Handlers } from '../platform/http/handler.ts';
import { accountById, accountPage } from './account-views.ts';
import { changeAccount } from './change-account.ts';
import { openAccount } from './open-account.ts';

export const accountHandlers: Pick<
  Handlers<keyof typeof accountRoutes>,
  'GET /accounts' | 'POST /accounts' | 'GET /accounts/:accountId' | 'PATCH /accounts/:accountId'
> = {
  'GET /accounts': async ({ tx, query }) => ({ ok: true, value: await accountPage(tx, query) }),
  'POST /accounts': ({ tx, body, now }) => openAccount(tx, body, now),
  'GET /accounts/:accountId': async ({ tx, params }) => {
    const account = await accountById(tx, params.accountId);
    return account ? { ok: true, value: account } : refuseApi('record.not-found');
  },
  'PATCH /accounts/:accountId': ({ tx, params, body, ifMatch }) => changeAccount(tx, params.accountId, body, ifMatch),
};
