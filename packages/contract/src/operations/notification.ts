/** What a person is told in the application, and which of it by mail. */
import { z } from 'zod';
import { id, instant, pageOf, pageQuery } from '../wire/shapes.ts';
import { routeTable } from '../wire/route.ts';

const notification = z
  .strictObject({
    id,
    accountId: id.nullable().meta({ description: 'Null where it concerns no account, but a description.' }),
    account: z.string().nullable(),
    kind: z.string(),
    says: z.string().meta({ description: 'The kind in words.' }),
    title: z.string(),
    obligationId: id.nullable(),
    ticketId: id.nullable(),
    descriptionId: id.nullable(),
    versionId: id.nullable(),
    createdAt: instant,
    readAt: instant.nullable(),
  })
  .meta({ id: 'Notification' });

const mails = z
  .enum(['at-once', 'daily', 'never'])
  .meta({ description: 'A minute after it happened, at 08:00 in your zone in one mail, or not by mail.' });
const kind = z
  .string()
  .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/)
  .max(120);

const preferences = z
  .strictObject({
    kinds: z.array(
      z.strictObject({
        kind: z.string(),
        says: z.string(),
        mails,
        isOwnChoice: z.boolean().meta({ description: 'Chosen for this kind; all others follow the profile.' }),
      }),
    ),
  })
  .meta({ id: 'NotificationPreferences' });

const tag = 'Notifications';

export const notificationRoutes = routeTable({
  'GET /me/notifications': {
    summary: 'Lists what you were told, the latest first.',
    tag,
    may: 'signed-in',
    query: pageQuery.extend({ unread: z.enum(['true', 'false']).default('false') }),
    reply: pageOf(notification).extend({ unread: z.int().meta({ description: 'How many are unread in all.' }) }),
  },
  'POST /me/notifications/read': {
    summary: 'Marks notifications as read: those that are named, or all that you have.',
    tag,
    may: 'signed-in',
    body: z.union([z.strictObject({ ids: z.array(id).min(1).max(200) }), z.strictObject({ all: z.literal(true) })]),
    reply: z.strictObject({ unread: z.int() }),
  },
  'GET /me/notification-preferences': {
    summary: 'Shows of which kinds you are told by mail, and when.',
    tag,
    may: 'signed-in',
    withoutSecondFactor: true,
    reply: preferences,
  },
  'PUT /me/notification-preferences': {
    summary: 'Chooses of which kinds you are told by mail; a kind that is left out follows your profile.',
    tag,
    may: 'signed-in',
    withoutSecondFactor: true,
    body: z.strictObject({
      kinds: z.record(kind, mails).refine((kinds) => Object.keys(kinds).length <= 100, {
        error: 'expected at most 100 kinds',
      }),
    }),
    reply: preferences,
    refusals: ['value.not-allowed'],
  },
});
