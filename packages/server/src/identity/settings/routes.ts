/** The routes of settings and of the providers of single sign-on. */
import type { settingsRoutes } from '@tamarack/contract';
import type { Handlers } from '../../platform/http/handler.ts';
import { refuseApi } from '../../platform/http/refuse-api.ts';
import { signedIn } from '../me/signed-in.ts';
import { addProvider, changeProvider, removeProvider } from '../sign-on/configure-provider.ts';
import { signOnProviders } from '../sign-on/provider-views.ts';
import { configure } from './configure.ts';
import { settings } from './setting-views.ts';

export const settingsHandlers: Handlers<keyof typeof settingsRoutes> = {
  'GET /settings': async ({ tx }) => ({ ok: true, value: await settings(tx) }),
  'PUT /settings': ({ tx, visitor, body, ifMatch }) => configure(tx, signedIn(visitor), body, ifMatch),
  'GET /sign-on-providers': async ({ tx }) => ({ ok: true, value: { rows: await signOnProviders(tx) } }),
  'POST /sign-on-providers': ({ tx, body }) => addProvider(tx, body),
  'PATCH /sign-on-providers/:providerId': ({ tx, params, body, now, ifMatch }) =>
    changeProvider(tx, params.providerId, body, now, ifMatch),
  'DELETE /sign-on-providers/:providerId': async ({ tx, params }) =>
    (await removeProvider(tx, params.providerId)) ? { ok: true, value: undefined } : refuseApi('record.not-found'),
};
