/** The jobs of mail. */
import { z } from 'zod';
import { SYSTEM } from '../platform/database/actor.ts';
import { task, type Daily, type Tasks } from '../platform/jobs/task.ts';
import { mailIdentity } from './mail-identity.ts';
import { forgetMails } from './mail-store.ts';
import { mailNotifications } from './mail-notifications.ts';
import { sendMail, type MailParts } from './send-mail.ts';

const stored = z.object({ mailId: z.uuid() });
const ofIdentity = z.object({
  kind: z.enum(['invitation', 'password-reset', 'added-to-account', 'password-changed']),
  personId: z.uuid(),
  path: z.string().startsWith('/'),
  expiresAt: z.iso
    .datetime()
    .transform((text) => Temporal.Instant.from(text))
    .exactOptional(),
});
const somebody = z.object({ personId: z.uuid() });

/** Long enough to find out what became of a mail. */
const MAILS_KEPT_HOURS = 90 * 24;

/**
 * `send-mail` sends what lies in the outbox (`{ mailId }`), or lays out a mail of identity and puts it there;
 * `mail-notifications` tells a person what it was not mailed yet; `forget-mails` forgets what was settled long ago. All may
 * run any number of times, and several at once.
 */
export function mailTasks(parts: MailParts): Tasks {
  const publicUrl = parts.publicUrl.replace(/\/+$/, '');
  return {
    'send-mail': task(z.union([stored, ofIdentity]), (payload, { db, now }) =>
      'mailId' in payload ? sendMail(db, parts, payload.mailId, now) : mailIdentity(db, publicUrl, payload, now),
    ),
    'mail-notifications': task(somebody, ({ personId }, { db, now }) =>
      mailNotifications(db, publicUrl, personId, now),
    ),
    'forget-mails': async (_payload, { db, now }) => {
      await db.write(SYSTEM, async (tx) => {
        await forgetMails(tx, now.subtract({ hours: MAILS_KEPT_HOURS }));
        return { ok: true };
      });
    },
  };
}

/** Not on the hour, where everybody's jobs are. */
export const mailDaily: readonly Daily[] = [{ task: 'forget-mails', hour: 2, minute: 53 }];
