/** The mails of signing in: invitation, reset, and notices of what was done to somebody's access. Pure. */
import type { IdentityMail } from '../identity/index.ts';
import type { MailContent } from '../platform/mail/mail-content.ts';
import type { Recipient } from './recipient-views.ts';
import { timeInWords } from './time-words.ts';

type Words = {
  readonly title: (sender: string) => string;
  readonly says: string;
  readonly action: string;
  readonly reason: (sender: string) => string;
};

const WORDS: Readonly<Record<IdentityMail['kind'], Words>> = {
  invitation: {
    title: (sender) => `${sender} invites you`,
    says: 'Follow the link to set up your access: you choose how you sign in, and see what was agreed and how it is kept.',
    action: 'Accept the invitation',
    reason: (sender) => `You get this mail because somebody at your company or at ${sender} invited this address.`,
  },
  'password-reset': {
    title: () => 'Set a new password',
    says: 'Somebody asked for a new password for this address. If it was not you, leave this mail alone: nothing has changed.',
    action: 'Set a new password',
    reason: (sender) => `You get this mail because this address belongs to an access to ${sender}.`,
  },
  'added-to-account': {
    title: (sender) => `You were given access to another account at ${sender}`,
    says: 'You can open it with the access that you have.',
    action: 'Open the account',
    reason: () => 'You get this mail because your access was changed.',
  },
  'password-changed': {
    title: () => 'Your password was changed',
    says: 'If it was you, there is nothing to do. If not, set a new password at once, look at where you are signed in, and tell the administrator.',
    action: 'Open your profile',
    reason: () => 'You get this mail because a password guards your access; it cannot be turned off.',
  },
};

export function identityMail(mail: IdentityMail, to: Recipient, publicUrl: string): MailContent {
  const words = WORDS[mail.kind];
  const once =
    mail.expiresAt === undefined
      ? []
      : [`The link works once, until ${timeInWords(mail.expiresAt.toString(), to.zone)}. Do not pass it on.`];
  return {
    sender: to.sender,
    title: words.title(to.sender),
    paragraphs: [`Hello ${to.name},`, words.says, ...once],
    action: { label: words.action, url: `${publicUrl}${mail.path}` },
    reason: words.reason(to.sender),
  };
}
