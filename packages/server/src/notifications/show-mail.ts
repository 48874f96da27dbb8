/** Shows a mail to the administrator, who passes on by other ways what no mail server takes. */
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Tx } from '../platform/database/tx.ts';
import { mailById, type MailDetail } from './mail-views.ts';

/** `isSession`: a token that may only read must not get a link that sets somebody's password. */
export async function showMail(tx: Tx, mailId: string, isSession: boolean): Promise<ApiResult<MailDetail>> {
  const mail = await mailById(tx, mailId);
  if (!mail) return refuseApi('record.not-found');
  return { ok: true, value: mail.isSecret && !isSession ? { ...mail, text: null, html: null } : mail };
}
