import { oneOf } from '../../ui/one-of.ts';

export const MAIL_STATES = ['waiting', 'deferred', 'refused', 'sent'] as const;

/** What the address of the outgoing mails holds. */
export type MailSearch = { readonly state?: (typeof MAIL_STATES)[number] | undefined };

export function readMailSearch({ state }: Readonly<Record<string, unknown>>): MailSearch {
  return { state: oneOf(MAIL_STATES, state) };
}
