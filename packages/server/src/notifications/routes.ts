/** The routes of notifications and of the administrator's page of mails. */
import type { mailRoutes, notificationRoutes } from '@tamarack/contract';
import type { Handlers } from '../platform/http/handler.ts';
import { personOf } from '../platform/http/person-of.ts';
import { mailPage } from './mail-views.ts';
import { markRead } from './notification-store.ts';
import { notificationPage, unreadOf } from './notification-views.ts';
import { choosePreferences, preferencesOf } from './preferences.ts';
import { retryMail } from './retry-mail.ts';
import { showMail } from './show-mail.ts';

export const notificationHandlers: Handlers<keyof typeof notificationRoutes> = {
  'GET /me/notifications': async ({ tx, actor, query }) => ({
    ok: true,
    value: await notificationPage(tx, personOf(actor), { ...query, unread: query.unread === 'true' }),
  }),
  'POST /me/notifications/read': async ({ tx, actor, body, now }) => {
    const personId = personOf(actor);
    await markRead(tx, personId, 'ids' in body ? body.ids : undefined, now);
    return { ok: true, value: { unread: await unreadOf(tx, personId) } };
  },
  'GET /me/notification-preferences': async ({ tx, actor }) => ({
    ok: true,
    value: await preferencesOf(tx, actor),
  }),
  'PUT /me/notification-preferences': ({ tx, actor, body }) => choosePreferences(tx, actor, body),
};

/** `hasMailServer`: whether SMTP is configured; without it mails wait. */
export function mailHandlers(hasMailServer: boolean): Handlers<keyof typeof mailRoutes> {
  return {
    'GET /mails': async ({ tx, query }) => ({
      ok: true,
      value: { ...(await mailPage(tx, query)), hasMailServer },
    }),
    'GET /mails/:mailId': ({ tx, params, visitor }) => showMail(tx, params.mailId, visitor?.via === 'session'),
    'POST /mails/:mailId/retry': ({ tx, params, now }) => retryMail(tx, params.mailId, hasMailServer, now),
  };
}
