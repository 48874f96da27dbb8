/**
 * Sends one mail of the outbox. As often as SMTP lets anybody promise: the mail is taken under a lock before it is handed
 * over, so two workers never send it both; a worker that dies between the server's yes and our commit leaves it taken for
 * a while, and the copy that follows has the same id, by which receivers drop it.
 */
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { Mailbox } from '../platform/mail/outgoing-mail.ts';
import { canSucceedLater } from '../platform/mail/refusals.ts';
import type { Mailer } from '../platform/mail/smtp-mailer.ts';
import { nextTry } from './back-off.ts';
import * as store from './mail-store.ts';

export type MailParts = {
  /** Undefined where no mail server is configured: mails wait for the administrator. */
  readonly mailer: Mailer | undefined;
  readonly publicUrl: string;
  readonly from: Mailbox;
};

/** Longer than the mailer takes for its slowest mail. */
const TAKEN_MINUTES = 10;

export async function sendMail(
  db: Database,
  { mailer, publicUrl, from }: MailParts,
  mailId: string,
  now: Temporal.Instant,
): Promise<void> {
  if (!mailer) return;
  const taken = await take(db, mailId, now);
  if (!taken) return;
  const { id, to, toName, subject, text, html, headers } = taken;
  const messageId = `<${id}@${new URL(publicUrl).hostname}>`;
  const answer = await mailer.send({
    from,
    to: { address: to, name: toName },
    subject,
    text: text ?? '',
    html: html ?? '',
    headers,
    messageId,
  });
  await db.write(SYSTEM, async (tx) => {
    if (answer.ok) await store.markSent(tx, taken, now);
    else {
      const { sentence } = answer.refusal;
      const at = canSucceedLater(answer.refusal) ? nextTry(taken.triedFrom, now) : undefined;
      if (at) {
        await store.markDeferred(tx, taken, sentence, at);
        store.enqueueSending(tx, id, at);
      } else await store.markRefused(tx, taken, sentence);
    }
    return { ok: true };
  });
}

type Taken = store.LockedMail & { readonly triedFrom: string };

/** The mail, taken; undefined where there is nothing to send, or somebody is sending it. */
async function take(db: Database, mailId: string, now: Temporal.Instant): Promise<Taken | undefined> {
  const taken = await db.write(SYSTEM, async (tx): Promise<{ ok: true; mail: Taken | undefined }> => {
    const nothing = { ok: true, mail: undefined } as const;
    const mail = await store.lockMail(tx, mailId);
    if (!mail || mail.state === 'sent' || mail.state === 'refused') return nothing;
    const until = mail.takenUntil === null ? now : Temporal.Instant.from(mail.takenUntil);
    if (Temporal.Instant.compare(now, until) < 0) {
      // If the other worker lives, the mail is sent by then and this job finds nothing to do.
      store.enqueueSending(tx, mailId, until.add({ seconds: 5 }));
      return nothing;
    }
    if (mail.usefulUntil !== null && Temporal.Instant.compare(now, Temporal.Instant.from(mail.usefulUntil)) >= 0) {
      await store.markExpired(tx, mailId);
      return nothing;
    }
    await store.takeMail(tx, mailId, now, now.add({ minutes: TAKEN_MINUTES }));
    return { ok: true, mail: { ...mail, attempts: mail.attempts + 1, triedFrom: mail.triedFrom ?? now.toString() } };
  });
  return taken.mail;
}
