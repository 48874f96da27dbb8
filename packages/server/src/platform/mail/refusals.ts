/** What outgoing mail refuses, with the way out. */
import { type Refusable, type Refusal, refusingBy } from '../refusing.ts';

export const MAIL_REFUSALS = {
  'mail.refused': {
    sentence: 'The mail server refused this mail for good.',
    remedy: 'Check the address; the same mail would be refused again.',
  },
  'mail.deferred': {
    sentence: 'The mail server cannot take this mail now.',
    remedy: 'Send it again later; nothing is wrong with the mail.',
  },
  'mail.unreachable': {
    sentence: 'The mail server cannot be used.',
    remedy: 'Check host, port, user, password and TLS in SMTP_URL; send the mail again later.',
  },
  'mail.malformed': {
    sentence: 'The mail has an address or an id that no mail can have.',
    remedy: 'Correct the address.',
  },
  'mail.bad-url': {
    sentence: 'The mail server cannot be read from its URL.',
    remedy: 'Write smtp://user:password@mail.example.com:587 or smtps://… for port 465.',
  },
} as const satisfies Record<string, { sentence: string; remedy: string }>;

export type MailRefusalCode = keyof typeof MAIL_REFUSALS;

/** Either a value or why a mail was not sent. */
export type MailResult<T> = Refusable<T, MailRefusalCode>;

export const refuseMail = refusingBy(MAIL_REFUSALS);

/** Whether the very same mail may go through later; for all others, trying again only annoys the server. */
export function canSucceedLater(refusal: Refusal<MailRefusalCode>): boolean {
  return refusal.code === 'mail.deferred' || refusal.code === 'mail.unreachable';
}
