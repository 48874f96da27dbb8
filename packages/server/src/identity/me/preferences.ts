/** What people prefer, with what holds for those who have said nothing. */
import type { Gives } from '@tamarack/contract';

type Preferences = Gives<'GET /me'>['preferences'];
const UNLESS_SAID: Preferences = { mails: 'at-once', colours: 'as-the-system' };

/** Reads the stored value; what is missing in it, or unknown by now, is as for everybody. */
export function preferencesOf(stored: unknown): Preferences {
  const { mails, colours } = { ...UNLESS_SAID, ...(stored as Partial<Preferences>) };
  return { mails, colours };
}
