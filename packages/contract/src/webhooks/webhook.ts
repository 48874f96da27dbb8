/** Webhooks by the Standard Webhooks specification: what happens is told to other programs, signed, and again until they heard it. */
import { z } from 'zod';
import { routeTable } from '../wire/route.ts';
import { id, instant, line, pageOf, pageQuery, prose } from '../wire/shapes.ts';

const tag = 'Webhooks';
const webhookId = z.strictObject({ webhookId: id });
const url = z.url({ protocol: /^https?$/, error: 'expected an address such as https://example.com/hook' }).max(2000);
const fact = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+\.(?:[a-z0-9-]+|\*)$/, {
    error: 'expected a fact such as incident.replied, or incident.* for all of a kind',
  });

const fields = {
  url,
  says: prose(500).default(''),
  facts: z.array(fact).max(100).default([]).meta({ description: 'Empty: everything that happens.' }),
  accountId: id.nullable().default(null).meta({ description: 'Of this account alone.' }),
  withInternal: z.boolean().default(false).meta({ description: 'Also what customers do not see.' }),
};

const webhook = z
  .strictObject({
    id,
    url: z.string(),
    says: z.string(),
    facts: z.array(z.string()),
    accountId: id.nullable(),
    account: z.string().nullable(),
    withInternal: z.boolean(),
    isActive: z.boolean(),
    stoppedBecause: z.string().nullable().meta({ description: 'Why it was stopped by itself.' }),
    failingSince: instant.nullable(),
    waiting: z.int().meta({ description: 'Deliveries that are still to come.' }),
    toSendAgain: z.int().meta({ description: 'Of what is being sent again: those that do not wait yet.' }),
    oldSecretUntil: instant
      .nullable()
      .meta({ description: 'Until then each message is signed with the old secret as well.' }),
    createdAt: instant,
    version: z.int(),
  })
  .meta({ id: 'Webhook' });

const secret = z.string().meta({ description: 'whsec_ and the key in base64; shown this once.' });
/** What is sent again: of what was made since then. */
const again = z.strictObject({ since: instant, only: z.enum(['failed', 'all']).default('failed') });
const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const;

const delivery = z
  .strictObject({
    id: id.meta({ description: 'Its header webhook-id is msg_ and this; it stays the same however often it is sent.' }),
    accountId: id,
    account: z.string(),
    fact: z.string(),
    state: z.enum(DELIVERY_STATES),
    attempts: z.int(),
    status: z.int().nullable().meta({ description: 'Of the last answer.' }),
    error: z.string().nullable(),
    answer: z.string().nullable().meta({ description: 'The beginning of the last answer.' }),
    createdAt: instant,
    nextTryAt: instant.nullable(),
    deliveredAt: instant.nullable(),
  })
  .meta({ id: 'WebhookDelivery' });

export const webhookRoutes = routeTable({
  'GET /webhooks': {
    summary: 'Lists the webhooks.',
    tag,
    may: 'administration.read',
    reply: z.strictObject({ rows: z.array(webhook) }),
  },
  // Not `creates`: the answer to a repeated call would have to keep the secret readable.
  'POST /webhooks': {
    summary: 'Makes a webhook, which is told what happens from now on; its secret is shown this once.',
    tag,
    may: 'administration.write',
    body: z.strictObject(fields),
    reply: webhook.extend({ secret }),
    refusals: ['value.not-allowed', 'record.not-found'],
  },
  'PATCH /webhooks/:webhookId': {
    summary: 'Changes a webhook, stops it or has it go on with what waited.',
    tag,
    may: 'administration.write',
    params: webhookId,
    body: z.strictObject({
      url: url.exactOptional(),
      says: prose(500).exactOptional(),
      facts: z.array(fact).max(100).exactOptional(),
      withInternal: z.boolean().exactOptional(),
      isActive: z.boolean().exactOptional(),
    }),
    reply: webhook,
    edits: true,
    refusals: ['record.not-found', 'value.not-allowed'],
  },
  'DELETE /webhooks/:webhookId': {
    summary: 'Deletes a webhook with its deliveries.',
    tag,
    may: 'administration.write',
    params: webhookId,
    reply: 'nothing',
    refusals: ['record.not-found'],
  },
  'POST /webhooks/:webhookId/secret': {
    summary:
      'Gives a webhook a new secret, shown this once; for some hours messages are signed with the old one as well.',
    tag,
    may: 'administration.write',
    params: webhookId,
    body: z.strictObject({ overlapHours: z.int().min(0).max(168).default(24) }),
    reply: z.strictObject({ secret, oldSecretUntil: instant.nullable() }),
    refusals: ['record.not-found'],
  },
  'GET /webhooks/:webhookId/deliveries': {
    summary: 'Lists what a webhook was told or is to be told, the latest first.',
    tag,
    may: 'administration.read',
    params: webhookId,
    query: pageQuery.extend({ state: z.enum(DELIVERY_STATES).optional(), fact: line(120).optional() }),
    reply: pageOf(delivery),
    refusals: ['record.not-found'],
  },
  'POST /webhooks/:webhookId/deliveries/:deliveryId/replay': {
    summary: 'Sends one delivery again, with all its tries before it.',
    tag,
    may: 'administration.write',
    params: webhookId.extend({ deliveryId: id }),
    reply: 'nothing',
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'POST /webhooks/:webhookId/replay': {
    summary: 'Sends again what failed since an instant, or all since then: many of them one portion after the other.',
    tag,
    may: 'administration.write',
    params: webhookId,
    body: again,
    reply: z.strictObject({ deliveries: z.int() }),
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'GET /webhooks/:webhookId/replay': {
    summary: 'Counts the deliveries that would be sent again: those that failed since an instant, or all since then.',
    tag,
    may: 'administration.read',
    params: webhookId,
    query: again,
    reply: z.strictObject({ deliveries: z.int() }),
    refusals: ['record.not-found'],
  },
});
