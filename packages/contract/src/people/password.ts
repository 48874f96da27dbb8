/** Passwords by NIST SP 800-63B, revision 4: length and nothing else; what is guessable is refused by the server. */
import { z } from 'zod';

/** Counted in code points, as the standard counts them. Every password may be the only factor one day, so 15 it is. */
export const PASSWORD_LENGTH = { least: 15, most: 128 } as const;

export const password = z
  .string()
  .max(1000)
  .refine((text) => Array.from(text).length >= PASSWORD_LENGTH.least, {
    error: `expected at least ${PASSWORD_LENGTH.least} characters; a few words are easy to remember`,
  })
  .refine((text) => Array.from(text).length <= PASSWORD_LENGTH.most, {
    error: `expected at most ${PASSWORD_LENGTH.most} characters`,
  })
  .refine((text) => !/\p{Cc}/u.test(text), { error: 'expected no control characters' })
  .meta({ id: 'Password', description: 'At least 15 characters of any kind, spaces and every script included.' });
