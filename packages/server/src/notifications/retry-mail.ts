/** Tries a mail again at an administrator's request. */
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Tx } from '../platform/database/tx.ts';
import { enqueueSending, lockMail, resetMail } from './mail-store.ts';
import { mailById, type MailRow } from './mail-views.ts';

export async function retryMail(
  tx: Tx,
  mailId: string,
  hasMailServer: boolean,
  now: Temporal.Instant,
): Promise<ApiResult<MailRow>> {
  const mail = await lockMail(tx, mailId);
  if (!mail) return refuseApi('record.not-found');
  if (mail.state === 'sent') return refuseApi('state.not-possible', 'This mail was sent.');
  if (mail.takenUntil !== null && isBefore(now, mail.takenUntil))
    return refuseApi('state.not-possible', 'This mail is being sent just now.');
  if (mail.text === null)
    return refuseApi('state.not-possible', 'The link in this mail expired, and its text is gone.');
  if (!hasMailServer)
    return refuseApi('state.not-possible', 'No mail server is configured, so nothing can be sent: set SMTP_URL.');
  await resetMail(tx, mailId);
  enqueueSending(tx, mailId, now);
  const shown = await mailById(tx, mailId);
  if (!shown) throw new Error('A mail that is locked is not there.');
  const { text: _text, html: _html, isSecret: _isSecret, ...row } = shown;
  return { ok: true, value: row };
}

function isBefore(now: Temporal.Instant, at: string): boolean {
  return Temporal.Instant.compare(now, Temporal.Instant.from(at)) < 0;
}
