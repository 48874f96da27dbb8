/** Puts a mail of identity into the outbox. */
import { createHash } from 'node:crypto';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import { headerText } from '../platform/mail/header-text.ts';
import { layOutMail } from '../platform/mail/layout.ts';
import type { IdentityMail } from '../identity/index.ts';
import { identityMail } from './identity-mails.ts';
import { queueMail } from './mail-store.ts';
import { recipientOf } from './recipient-views.ts';

export async function mailIdentity(
  db: Database,
  publicUrl: string,
  mail: IdentityMail,
  now: Temporal.Instant,
): Promise<void> {
  await db.write(SYSTEM, async (tx) => {
    const to = await recipientOf(tx, mail.personId);
    if (!to) return { ok: true };
    const content = identityMail(mail, to, publicUrl);
    const link =
      mail.expiresAt === undefined ? {} : { isSecret: true, usefulUntil: mail.expiresAt, id: idOfLink(mail.path) };
    await queueMail(
      tx,
      {
        to: { address: to.email, name: to.name },
        personId: mail.personId,
        subject: headerText(content.title),
        ...layOutMail(content),
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        ...link,
      },
      now,
    );
    return { ok: true };
  });
}

/** A one-time link goes out once, however often its job is done: its mail's id follows from it (a UUID of version 8). */
function idOfLink(path: string): string {
  const hex = createHash('sha256').update(`mail of ${path}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
