/** How the installation is configured, and its providers of single sign-on. */
import { z } from 'zod';
import { id, instant, line } from '../wire/shapes.ts';
import { routeTable } from '../wire/route.ts';
import { STAFF_ROLE_NAMES } from './roles.ts';

const settings = z.strictObject({
  providerName: line(120).meta({ description: 'Who provides the service: the name on pages and mails.' }),
  staffSee: z.enum(['all', 'served']).meta({ description: 'Staff see all accounts, or those whose team they are in.' }),
  secondFactorForStaff: z
    .boolean()
    .meta({ description: 'Staff have to use a second factor, a passkey or single sign-on.' }),
});

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/, { error: 'expected a domain such as example.com' });

/** Plain HTTP is for a provider on this very machine, as in a trial. */
const issuer = z
  .string()
  .trim()
  .max(500)
  .regex(/^(https:\/\/[^\s/?#@]+|http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?)(\/[^\s?#]*)?$/, {
    error: 'expected the issuer’s address with https, such as https://login.example.com',
  });

const providerFields = {
  slug: z.string().regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/, {
    error: 'expected lower-case letters, digits and hyphens',
  }),
  name: line(80),
  issuer,
  clientId: line(200),
  domains: z
    .array(domain)
    .min(1)
    .max(50)
    .meta({ description: 'The e-mail domains for which this provider speaks; other addresses are not believed.' }),
  newcomerRole: z.enum(STAFF_ROLE_NAMES).exclude(['administrator']).nullable().meta({
    description: 'Makes staff of people who were not invited, with this role; null: everybody has to be invited.',
  }),
};
const provider = z
  .strictObject({
    id,
    ...providerFields,
    redirectPath: z.string().meta({ description: 'Register this path of the installation with the provider.' }),
    disabledAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'SignOnProvider', description: 'A provider of single sign-on by OpenID Connect.' });

const providerId = z.strictObject({ providerId: id });
const tag = 'Administration';

export const settingsRoutes = routeTable({
  'GET /settings': {
    summary: 'Shows how the installation is configured.',
    tag,
    may: 'administration.read',
    reply: settings.extend({ version: z.int() }),
  },
  'PUT /settings': {
    summary: 'Configures the installation.',
    tag,
    may: 'administration.write',
    body: settings,
    reply: settings.extend({ version: z.int() }),
    edits: true,
    refusals: ['state.not-possible'],
  },
  'GET /sign-on-providers': {
    summary: 'Lists the providers of single sign-on.',
    tag,
    may: 'administration.read',
    reply: z.strictObject({ rows: z.array(provider) }),
  },
  'POST /sign-on-providers': {
    summary: 'Adds a provider of single sign-on.',
    tag,
    may: 'administration.write',
    body: z.strictObject({ ...providerFields, clientSecret: z.string().min(1).max(500) }),
    reply: provider,
    creates: true,
    refusals: ['value.taken'],
  },
  'PATCH /sign-on-providers/:providerId': {
    summary: 'Changes a provider of single sign-on; another issuer forgets whom it knew.',
    tag,
    may: 'administration.write',
    params: providerId,
    body: z.strictObject({
      name: providerFields.name.exactOptional(),
      issuer: issuer.exactOptional(),
      clientId: providerFields.clientId.exactOptional(),
      clientSecret: z.string().min(1).max(500).exactOptional(),
      domains: providerFields.domains.exactOptional(),
      newcomerRole: providerFields.newcomerRole.exactOptional(),
      isDisabled: z.boolean().exactOptional(),
    }),
    reply: provider,
    edits: true,
  },
  'DELETE /sign-on-providers/:providerId': {
    summary: 'Removes a provider of single sign-on.',
    tag,
    may: 'administration.write',
    params: providerId,
    reply: 'nothing',
  },
});
