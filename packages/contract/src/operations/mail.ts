/** Outgoing mail, as the administrator sees it. */
import { z } from 'zod';
import { id, instant, pageOf, pageQuery } from '../wire/shapes.ts';
import { routeTable } from '../wire/route.ts';

const state = z.enum(['waiting', 'sent', 'refused', 'deferred']).meta({
  description:
    'Waiting for a mail server or for its turn; handed to the mail server; refused for good or given up; put off until the next try.',
});

const mail = z
  .strictObject({
    id,
    to: z.string(),
    toName: z.string(),
    subject: z.string(),
    state,
    attempts: z.int(),
    error: z.string().nullable(),
    createdAt: instant,
    sentAt: instant.nullable(),
    nextTryAt: instant.nullable(),
  })
  .meta({ id: 'Mail' });

const mailDetail = mail
  .extend({
    text: z.string().nullable(),
    html: z.string().nullable(),
    isSecret: z.boolean().meta({
      description: 'It holds a one-time link: its text is forgotten once it is sent, and is not shown to API tokens.',
    }),
  })
  .meta({ id: 'MailDetail' });

const mailId = z.strictObject({ mailId: id });
const tag = 'Administration';

export const mailRoutes = routeTable({
  'GET /mails': {
    summary: 'Lists outgoing mails without their texts, the latest first.',
    tag,
    may: 'administration.read',
    query: pageQuery.extend({ state: state.optional() }),
    reply: pageOf(mail).extend({
      waiting: z.int().meta({ description: 'How many wait, whatever is listed.' }),
      hasMailServer: z.boolean().meta({ description: 'Whether SMTP is configured; without it, mails wait.' }),
    }),
  },
  'GET /mails/:mailId': {
    summary: 'Shows an outgoing mail.',
    tag,
    may: 'administration.read',
    params: mailId,
    reply: mailDetail,
  },
  'POST /mails/:mailId/retry': {
    summary: 'Tries again to send a mail that waits, was put off or was refused.',
    tag,
    may: 'administration.write',
    params: mailId,
    reply: mail,
    refusals: ['state.not-possible'],
  },
});
