/** Has mails sent in the transaction that causes them, by whoever builds mails. */
import sql from 'sql-template-tag';
import type { SendMail } from './identity-mail.ts';

/** Enqueues the job `send-mail` with `{ kind, personId, path, expiresAt }`. */
export const sendMail: SendMail = async (tx, { kind, personId, path, expiresAt }) => {
  const payload = JSON.stringify({ kind, personId, path, expiresAt: expiresAt?.toString() });
  await tx.run(sql`select enqueue_job('send-mail', ${payload}::jsonb)`);
};
