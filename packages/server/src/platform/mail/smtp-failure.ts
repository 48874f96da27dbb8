import type { NodemailerError } from 'nodemailer';
import { visibleText } from '../visible-text.ts';
import { refuseMail, type MailRefusalCode, type MailResult } from './refusals.ts';

/** Failures of the library that are about this mail; all other answers of a server are about the connection. */
const ABOUT_THE_MAIL: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE']);

/** Failures of network, server or settings. A mail is not to blame for them, so a new password sends what waited. */
const ABOUT_THE_SERVER: ReadonlySet<string> = new Set([
  'EABORT',
  'EAUTH',
  'ECONNECTION',
  'EDNS',
  'ENOAUTH',
  'EPROTOCOL',
  'ESOCKET',
  'ETIMEDOUT',
  'ETLS',
]);

/** 5yz answers that say "not like this" and not "not this mail": log in first, encrypt first, wrong order (RFC 4954). */
const ABOUT_THE_SESSION: ReadonlySet<number> = new Set([503, 530, 534, 535, 538]);

/** Long enough for a policy's sentence and its link. */
const LONGEST_ANSWER = 300;

/** Why sending failed, as a refusal; throws what is neither the mail's nor the server's fault, for that is a bug. */
export function refusalOf(error: unknown): Extract<MailResult<never>, { ok: false }> {
  const { code = '', responseCode, response, message } = error as NodemailerError;
  if (!ABOUT_THE_MAIL.has(code) && !ABOUT_THE_SERVER.has(code)) throw error;
  const kind = kindOf(code, responseCode);
  const said = visibleText(
    (code === 'EABORT' ? 'it took too long over one mail' : (response ?? message)).replace(/\s+/g, ' '),
  ).slice(0, LONGEST_ANSWER);
  return refuseMail(kind, `${SAYS[kind]} ${said}`);
}

/** RFC 5321 section 4.2.1: 4yz may succeed later, 5yz will not. */
function kindOf(code: string, answer: number | undefined): keyof typeof SAYS {
  if (answer !== undefined && answer >= 400 && answer < 500) return 'mail.deferred';
  if (!ABOUT_THE_MAIL.has(code) || (answer !== undefined && ABOUT_THE_SESSION.has(answer))) return 'mail.unreachable';
  return 'mail.refused';
}

const SAYS = {
  'mail.refused': 'The mail server refused this mail:',
  'mail.deferred': 'The mail server puts this mail off:',
  'mail.unreachable': 'The mail server cannot be used:',
} as const satisfies Partial<Record<MailRefusalCode, string>>;
