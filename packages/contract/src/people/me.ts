/** The signed-in person: who it is, what it may, its sessions and its API tokens. */
import { z } from 'zod';
import { id, instant, line, zone } from '../wire/shapes.ts';
import { routeTable } from '../wire/route.ts';
import { password } from './password.ts';
import { preferences, workingCalendar } from './person-shapes.ts';
import { ACTIONS, type Action } from './who-may.ts';

const action = z.enum(ACTIONS as readonly [Action, ...Action[]]).meta({ id: 'Action' });

const me = z
  .strictObject({
    id,
    name: z.string(),
    email: z.string(),
    side: z.enum(['provider', 'customer']),
    staffRoles: z.array(z.string()),
    accounts: z
      .array(z.strictObject({ id, reference: z.int(), name: z.string(), roles: z.array(z.string()) }))
      .meta({ description: 'A customer’s own accounts; of staff, those that they serve.' }),
    actions: z
      .array(action)
      .meta({ description: 'What this sign-in may do somewhere; on an account its roles there decide.' }),
    seesAllAccounts: z.boolean(),
    zone: z.string(),
    preferences,
    workingCalendar: workingCalendar.nullable(),
    secondFactor: z.strictObject({
      isOn: z.boolean(),
      passkeys: z.int(),
      isMissing: z.boolean().meta({
        description: 'The installation asks for one, and this sign-in had none: nothing but the profile works.',
      }),
    }),
    hasPassword: z.boolean(),
    via: z.enum(['session', 'token']),
    version: z.int(),
  })
  .meta({ id: 'Me', description: 'Who is signed in.' });

const meChange = z.strictObject({
  name: line(200).exactOptional(),
  zone: zone.exactOptional(),
  preferences: preferences.exactOptional(),
  workingCalendar: workingCalendar.nullable().exactOptional(),
});

export const session = z
  .strictObject({
    id,
    signedInAt: instant,
    signedInBy: z.enum(['password', 'second-factor', 'passkey', 'single-sign-on']),
    seenAt: instant.meta({ description: 'To within some minutes.' }),
    expiresAt: instant,
    address: z.string().nullable(),
    browser: z.string().nullable().meta({ description: 'What the browser calls itself.' }),
    isThisOne: z.boolean(),
  })
  .meta({ id: 'Session' });

const token = z
  .strictObject({
    id,
    name: z.string(),
    scopes: z.array(action),
    createdAt: instant,
    expiresAt: instant,
    lastUsedAt: instant.nullable().meta({ description: 'To within a minute.' }),
  })
  .meta({ id: 'ApiToken' });

const tag = 'Profile';

export const meRoutes = routeTable({
  'GET /me': {
    summary: 'Shows who is signed in and what they may do.',
    tag,
    may: 'signed-in',
    withoutSecondFactor: true,
    reply: me,
  },
  'PATCH /me': {
    summary: 'Changes your name, zone, preferences or working hours.',
    tag,
    may: 'signed-in',
    withoutSecondFactor: true,
    body: meChange,
    reply: me,
    edits: true,
    refusals: ['value.not-allowed'],
  },
  'PUT /me/password': {
    summary: 'Changes your password and ends your other sessions.',
    tag,
    may: 'signed-in',
    withoutSecondFactor: true,
    body: z.strictObject({ current: z.string().max(1000), next: password }),
    reply: 'nothing',
    refusals: ['sign-in.failed', 'password.too-weak'],
  },
  'GET /me/sessions': {
    summary: 'Lists where you are signed in.',
    tag,
    may: 'signed-in',
    withoutSecondFactor: true,
    reply: z.strictObject({ rows: z.array(session) }),
  },
  'DELETE /me/sessions/:sessionId': {
    summary: 'Ends one of your sessions.',
    tag,
    may: 'signed-in',
    withoutSecondFactor: true,
    params: z.strictObject({ sessionId: id }),
    reply: 'nothing',
  },
  'GET /me/tokens': {
    summary: 'Lists your API tokens.',
    tag,
    may: 'signed-in',
    reply: z.strictObject({ rows: z.array(token) }),
  },
  // Not `creates`: the answer to a repeated call would have to keep the token readable.
  'POST /me/tokens': {
    summary: 'Makes an API token; it is shown this once.',
    tag,
    may: 'signed-in',
    body: z.strictObject({
      name: line(100),
      scopes: z.array(action).min(1).max(ACTIONS.length),
      expiresAt: instant.meta({ description: 'A year from now at most.' }),
    }),
    reply: z.strictObject({ ...token.shape, token: z.string() }),
    refusals: ['value.not-allowed'],
  },
  'DELETE /me/tokens/:tokenId': {
    summary: 'Revokes an API token.',
    tag,
    may: 'signed-in',
    params: z.strictObject({ tokenId: id }),
    reply: 'nothing',
  },
});
