import type { SendMailOptions } from 'nodemailer';
import { headerText } from './header-text.ts';
import { refuseMail, type MailResult } from './refusals.ts';

/** A person or a desk that mail comes from or goes to. */
export type Mailbox = { readonly address: string; readonly name?: string };

/** Headers that a mail may have beside those that every mail has. A closed set: no header is ever named by data. */
export const MAIL_HEADERS = [
  'Auto-Submitted',
  'Feedback-ID',
  'In-Reply-To',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'Precedence',
  'References',
  'X-Auto-Response-Suppress',
] as const;

export type MailHeader = (typeof MAIL_HEADERS)[number];

/** One mail to one person: nobody sees who else was written to, and a refusal is about one address. */
export type OutgoingMail = {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly replyTo?: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** `Auto-Submitted: auto-generated` (RFC 3834) belongs on what no person wrote, or two robots answer for ever. */
  readonly headers?: { readonly [name in MailHeader]?: string };
  /** `<id@host>`, made once and kept for every try: receivers drop the second copy of an id that they know. */
  readonly messageId: string;
};

/** No white space, control, quote, bracket or list sign: what is left cannot end the address and begin another. */
const ADDRESS = /^[^\s\p{C}"(),:;<>@[\\\]]{1,64}@[^\s\p{C}"(),:;<>@[\\\]]{1,255}$/u;
const MESSAGE_ID = /^<[!-;=?A-~]{1,200}@[!-;=?A-~]{1,200}>$/;

/** The mail as the library takes it, with nothing in a header that could end the header; or which part is malformed. */
export function mailForWire(mail: OutgoingMail): MailResult<SendMailOptions> {
  for (const box of [mail.from, mail.to, mail.replyTo]) {
    if (box !== undefined && !ADDRESS.test(box.address)) {
      return refuseMail('mail.malformed', `${JSON.stringify(box.address)} is no mail address.`);
    }
  }
  if (!MESSAGE_ID.test(mail.messageId))
    return refuseMail('mail.malformed', 'The mail has no id of the form <id@host>.');
  const headers = MAIL_HEADERS.flatMap((name) => {
    const value = mail.headers?.[name];
    return value === undefined ? [] : [[name, value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')] as const];
  });
  return {
    ok: true,
    value: {
      from: boxForWire(mail.from),
      to: boxForWire(mail.to),
      ...(mail.replyTo && { replyTo: boxForWire(mail.replyTo) }),
      // Stated, so that nothing in a header adds a recipient.
      envelope: { from: mail.from.address, to: [mail.to.address] },
      subject: headerText(mail.subject),
      text: mail.text,
      html: mail.html,
      headers: Object.fromEntries(headers),
      messageId: mail.messageId,
      // Some libraries read { path: '/etc/passwd' } as content; this one is told not to.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
  };
}

function boxForWire(box: Mailbox): { name: string; address: string } {
  return { name: headerText(box.name ?? ''), address: box.address };
}
