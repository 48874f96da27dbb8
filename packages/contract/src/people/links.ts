/** One-time links: an invitation, a forgotten password, the first set-up. */
import { z } from 'zod';
import { instant, line, zone } from '../wire/shapes.ts';
import { routeTable } from '../wire/route.ts';
import { password } from './password.ts';
import { emailAddress } from './person-shapes.ts';

/** Of nearly any shape: to whoever opens a link that a mail program cut in two or lengthened, it is simply no valid one. */
const token = z.strictObject({ token: z.string().regex(/^[!-~]{1,200}$/) });
const tag = 'Sign-in';

export const linkRoutes = routeTable({
  'GET /sign-in-options': {
    summary: 'Says how people can sign in here.',
    tag,
    may: 'anyone',
    reply: z.strictObject({
      providerName: z.string(),
      isSetUp: z.boolean().meta({ description: 'False until the set-up link has been used.' }),
      singleSignOn: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
      demonstration: z
        .strictObject({
          password: z.string(),
          people: z.array(
            z.strictObject({
              name: z.string(),
              email: z.string(),
              roles: z.array(z.string()),
              account: z.string().nullable(),
            }),
          ),
        })
        .nullable()
        .meta({ description: 'Who can sign in where everything is invented; null where the data is real.' }),
    }),
  },
  'GET /invitations/:token': {
    summary: 'Shows what an invitation is for.',
    tag,
    may: 'anyone',
    params: token,
    reply: z.strictObject({
      name: z.string(),
      email: z.string(),
      zone: z.string(),
      providerName: z.string(),
      expiresAt: instant,
    }),
    refusals: ['link.not-valid'],
  },
  'POST /invitations/:token/acceptance': {
    summary: 'Accepts an invitation with a name and a password.',
    tag,
    may: 'anyone',
    params: token,
    body: z.strictObject({ name: line(200), password, zone: zone.exactOptional() }),
    reply: z.strictObject({ email: z.string() }),
    refusals: ['link.not-valid', 'password.too-weak'],
  },
  'POST /password-resets': {
    summary: 'Asks for a link that sets a new password; the answer is the same for every address.',
    tag,
    may: 'anyone',
    body: z.strictObject({ email: emailAddress }),
    reply: 'nothing',
  },
  'POST /password-resets/:token/completion': {
    summary: 'Sets a new password and ends all sessions.',
    tag,
    may: 'anyone',
    params: token,
    body: z.strictObject({ password }),
    reply: z.strictObject({ email: z.string() }),
    refusals: ['link.not-valid', 'password.too-weak'],
  },
  'POST /set-up/:token/completion': {
    summary: 'Makes the first administrator.',
    tag,
    may: 'anyone',
    params: token,
    body: z.strictObject({ providerName: line(120), name: line(200), email: emailAddress, password, zone }),
    reply: z.strictObject({ email: z.string() }),
    refusals: ['link.not-valid', 'password.too-weak'],
  },
});
