/** Accounts, their people and the provider's team that serves them. */
import { z } from 'zod';
import { CUSTOMER_ROLE_NAMES, STAFF_ROLE_NAMES } from '../people/roles.ts';
import { date, id, instant, line, pageOf, pageQuery, prose, zone } from '../wire/shapes.ts';
import { routeTable } from '../wire/route.ts';

const country = z.string().regex(/^[A-Z]{2}$/, { error: 'expected a country such as DE' });
const currency = z.string().regex(/^[A-Z]{3}$/, { error: 'expected a currency such as EUR' });

const accountFields = {
  name: line(200),
  segment: line(60).nullable(),
  annualRecurringRevenue: z.number().min(0).max(999_999_999_999).nullable(),
  currency,
  hosts: z.int().min(0).max(2_000_000_000).nullable(),
  industry: line(100).nullable(),
  zone,
  country: country.nullable(),
};

const account = z
  .strictObject({
    id,
    reference: z.int(),
    ...accountFields,
    createdAt: instant,
    closedAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Account', description: 'A customer of the provider.' });

const accountRow = z
  .strictObject({
    id,
    reference: z.int(),
    name: z.string(),
    segment: z.string().nullable(),
    zone: z.string(),
    country: z.string().nullable(),
    contracts: z.int(),
    levels: z.array(z.string()),
    kept: z.int(),
    open: z.int(),
    broken: z.int(),
    waived: z.int(),
    nextDueAt: instant.nullable(),
  })
  .meta({
    id: 'AccountRow',
    description: 'An account in a list: what is due now, and what was kept, broken and waived in the last 90 days.',
  });

const newAccount = z.strictObject({
  name: accountFields.name,
  segment: accountFields.segment.default(null),
  annualRecurringRevenue: accountFields.annualRecurringRevenue.default(null),
  currency: currency.default('USD'),
  hosts: accountFields.hosts.default(null),
  industry: accountFields.industry.default(null),
  zone,
  country: accountFields.country.default(null),
});
/** What is left out stays as it is. */
const accountChange = z.strictObject({
  name: accountFields.name.exactOptional(),
  segment: accountFields.segment.exactOptional(),
  annualRecurringRevenue: accountFields.annualRecurringRevenue.exactOptional(),
  currency: currency.exactOptional(),
  hosts: accountFields.hosts.exactOptional(),
  industry: accountFields.industry.exactOptional(),
  zone: zone.exactOptional(),
  country: accountFields.country.exactOptional(),
});

const accountPerson = z
  .strictObject({
    id,
    name: z.string(),
    email: z.string(),
    zone: z.string(),
    side: z.enum(['provider', 'customer']),
    roles: z.array(z.string()),
    since: instant,
    deactivatedAt: instant.nullable(),
  })
  .meta({ id: 'AccountPerson', description: 'A person of the customer, or of the team that serves the account.' });

const accountId = z.strictObject({ accountId: id });
const accountPersonIds = z.strictObject({ accountId: id, personId: id });

const licence = z
  .strictObject({
    id,
    reference: z.int(),
    product: z.string(),
    productId: id,
    quantity: z.int().nullable(),
    validFrom: date,
    validUntil: date.nullable(),
    revokedAt: instant.nullable(),
    isValid: z.boolean(),
    note: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Licence', description: "The customer's right to use a product (AC20)." });

const newLicence = z
  .strictObject({
    productId: id,
    quantity: z.int().min(1).max(2_000_000_000).nullable().default(null),
    validFrom: date,
    validUntil: date.nullable().default(null),
    note: prose(2000).nullable().default(null),
  })
  .refine(({ validFrom, validUntil }) => validUntil === null || validUntil >= validFrom, {
    error: 'a licence ends on or after the day on which it begins',
    path: ['validUntil'],
  });

const product = z.strictObject({ id, name: z.string(), says: z.string().nullable() }).meta({ id: 'Product' });

const tag = 'Accounts';

export const accountRoutes = routeTable({
  'GET /accounts': {
    summary: 'Lists the accounts that you may see, by name.',
    tag,
    may: 'accounts.read',
    query: pageQuery.extend({ search: z.string().max(100).optional(), segment: z.string().max(60).optional() }),
    reply: pageOf(accountRow),
  },
  'POST /accounts': {
    summary: 'Opens an account.',
    tag,
    may: 'accounts.create',
    body: newAccount,
    reply: account,
    creates: true,
  },
  'GET /accounts/:accountId': {
    summary: 'Shows an account.',
    tag,
    may: 'accounts.read',
    params: accountId,
    reply: account,
  },
  'PATCH /accounts/:accountId': {
    summary: 'Changes what is known of an account.',
    tag,
    may: 'accounts.write',
    params: accountId,
    body: accountChange,
    reply: account,
    edits: true,
  },
  'GET /accounts/:accountId/people': {
    summary: "Lists the customer's people and the team that serves them.",
    tag,
    may: 'people.read',
    params: accountId,
    reply: z.strictObject({ customer: z.array(accountPerson), team: z.array(accountPerson) }),
  },
  'PUT /accounts/:accountId/people/:personId/roles': {
    summary: 'Says which roles a person of the customer has in the account; none takes the person out.',
    tag,
    may: 'people.write',
    params: accountPersonIds,
    body: z.strictObject({ roles: z.array(z.enum(CUSTOMER_ROLE_NAMES)).max(10) }),
    reply: 'nothing',
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'POST /accounts/:accountId/people/:personId/training': {
    summary: 'Records that a person of the customer completed the training that a role needs (AC5).',
    tag,
    may: 'accounts.write',
    params: accountPersonIds,
    body: z.strictObject({
      at: instant.exactOptional().meta({ description: 'When it was completed; now where it is left out.' }),
      note: prose(2000).default(''),
    }),
    reply: 'nothing',
    refusals: ['record.not-found', 'value.not-allowed'],
  },
  'PUT /accounts/:accountId/team/:personId/roles': {
    summary: 'Says in which roles a member of staff serves the account; none ends the service.',
    tag,
    may: 'team.write',
    params: accountPersonIds,
    body: z.strictObject({ roles: z.array(z.enum(STAFF_ROLE_NAMES)).max(10) }),
    reply: 'nothing',
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'GET /accounts/:accountId/licences': {
    summary: 'Lists the licences of an account.',
    tag,
    may: 'accounts.read',
    params: accountId,
    reply: z.strictObject({ rows: z.array(licence) }),
  },
  'POST /accounts/:accountId/licences': {
    summary: 'Issues a licence.',
    tag,
    may: 'licences.write',
    params: accountId,
    body: newLicence,
    reply: licence,
    creates: true,
    refusals: ['record.not-found'],
  },
  'POST /accounts/:accountId/licences/:licenceId/revocation': {
    summary: 'Revokes a licence.',
    tag,
    may: 'licences.write',
    params: z.strictObject({ accountId: id, licenceId: id }),
    body: z.strictObject({ note: prose(2000).default('') }),
    reply: licence,
    creates: true,
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'POST /accounts/:accountId/licences/:licenceId/renewal': {
    summary: 'Renews a licence: it is valid until a later day, or without end.',
    tag,
    may: 'licences.write',
    params: z.strictObject({ accountId: id, licenceId: id }),
    body: z.strictObject({ validUntil: date.nullable(), note: prose(2000).default('') }),
    reply: licence,
    edits: true,
    refusals: ['record.not-found', 'value.not-allowed', 'state.not-possible'],
  },
  'GET /products': {
    summary: 'Lists the products.',
    tag,
    may: 'accounts.read',
    reply: z.strictObject({ rows: z.array(product) }),
  },
  'POST /products': {
    summary: 'Adds a product.',
    tag,
    may: 'administration.write',
    body: z.strictObject({ name: line(120), says: prose(2000).nullable().default(null) }),
    reply: product,
    creates: true,
    refusals: ['value.taken'],
  },
});
