/** The routes of accounts: contract in, use case, contract out. */
import type { accountRoutes } from '@tamarack/contract';
import { recorderOf } from '../platform/http/person-of.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Handlers } from '../platform/http/handler.ts';
import { accountById, accountPage } from './account-views.ts';
import { addProduct } from './add-product.ts';
import { changeAccount } from './change-account.ts';
import { issueLicence, renewLicence, revokeLicence, shownLicence } from './keep-licence.ts';
import { licenceRows, productRows } from './licence-views.ts';
import { openAccount } from './open-account.ts';
import { peopleOf } from './people-views.ts';
import { recordTraining, setCustomerRoles, setTeamRoles } from './set-roles.ts';

const ACCOUNT = '/accounts/:accountId';

export const accountHandlers: Handlers<keyof typeof accountRoutes> = {
  'GET /accounts': async ({ tx, query, now }) => ({ ok: true, value: await accountPage(tx, query, now) }),
  'POST /accounts': ({ tx, body, actor, visitor, now }) =>
    openAccount(tx, body, visitor?.staffRoles ?? [], recorderOf(actor), now),
  [`GET ${ACCOUNT}`]: async ({ tx, params }) => {
    const account = await accountById(tx, params.accountId);
    return account ? { ok: true, value: account } : refuseApi('record.not-found');
  },
  [`PATCH ${ACCOUNT}`]: ({ tx, params, body, ifMatch, actor, now }) =>
    changeAccount(tx, params.accountId, body, ifMatch, recorderOf(actor), now),
  [`GET ${ACCOUNT}/people`]: async ({ tx, params }) => ({ ok: true, value: await peopleOf(tx, params.accountId) }),
  [`PUT ${ACCOUNT}/people/:personId/roles`]: async ({ tx, params, body, actor, now }) =>
    done(await setCustomerRoles(tx, params, body.roles, recorderOf(actor), now)),
  [`POST ${ACCOUNT}/people/:personId/training`]: async ({ tx, params, body, actor, now }) =>
    done(await recordTraining(tx, params, body, recorderOf(actor), now)),
  [`PUT ${ACCOUNT}/team/:personId/roles`]: ({ tx, params, body, actor, now }) =>
    setTeamRoles(tx, params, body.roles, recorderOf(actor), now),
  [`GET ${ACCOUNT}/licences`]: async ({ tx, params, now }) => ({
    ok: true,
    value: { rows: (await licenceRows(tx, params.accountId, now)).map(shownLicence) },
  }),
  [`POST ${ACCOUNT}/licences`]: ({ tx, params, body, actor, now }) =>
    issueLicence(tx, params.accountId, body, recorderOf(actor), now),
  [`POST ${ACCOUNT}/licences/:licenceId/renewal`]: ({ tx, params, body, ifMatch, actor, now }) =>
    renewLicence(tx, params, body, ifMatch, recorderOf(actor), now),
  [`POST ${ACCOUNT}/licences/:licenceId/revocation`]: ({ tx, params, body, actor, now }) =>
    revokeLicence(tx, params, body.note, recorderOf(actor), now),
  'GET /products': async ({ tx }) => ({ ok: true, value: { rows: await productRows(tx) } }),
  'POST /products': ({ tx, body }) => addProduct(tx, body),
};

function done(result: ApiResult<unknown>): ApiResult<undefined> {
  return result.ok ? { ok: true, value: undefined } : result;
}
