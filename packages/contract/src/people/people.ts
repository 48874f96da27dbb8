/** People as administrators and inviters see them. */
import { z } from 'zod';
import { id, instant, line, pageOf, pageQuery, zone } from '../wire/shapes.ts';
import { routeTable } from '../wire/route.ts';
import { session } from './me.ts';
import { emailAddress } from './person-shapes.ts';
import { CUSTOMER_ROLE_NAMES, STAFF_ROLE_NAMES } from './roles.ts';

const person = z
  .strictObject({
    id,
    name: z.string(),
    email: z.string(),
    side: z.enum(['provider', 'customer']),
    zone: z.string(),
    staffRoles: z.array(z.string()),
    accounts: z.array(z.strictObject({ id, name: z.string(), roles: z.array(z.string()) })),
    hasSecondFactor: z.boolean(),
    seenAt: instant.nullable(),
    invitedUntil: instant.nullable().meta({ description: 'Until when the open invitation can be accepted.' }),
    deactivatedAt: instant.nullable(),
  })
  .meta({ id: 'Person' });

const member = z
  .strictObject({ id, name: z.string(), email: z.string(), zone: z.string(), roles: z.array(z.string()) })
  .meta({ id: 'StaffMember' });

const staffRoles = z.array(z.enum(STAFF_ROLE_NAMES)).max(STAFF_ROLE_NAMES.length);
const invited = z.strictObject({ personId: id, expiresAt: instant.nullable() }).meta({
  id: 'Invited',
  description: 'Whom; and until when the link can be used, or null for somebody who has signed in before.',
});
const personId = z.strictObject({ personId: id });
const tag = 'People';

export const peopleRoutes = routeTable({
  'GET /people': {
    summary: 'Lists everybody, by name.',
    tag,
    may: 'administration.read',
    query: pageQuery.extend({
      search: z.string().max(100).optional(),
      side: z.enum(['provider', 'customer']).optional(),
    }),
    reply: pageOf(person),
  },
  'GET /people/:personId': {
    summary: 'Shows a person.',
    tag,
    may: 'administration.read',
    params: personId,
    reply: person,
  },
  'GET /staff': {
    summary: 'Lists the active members of staff and their roles.',
    tag,
    may: 'staff.read',
    reply: z.strictObject({ rows: z.array(member) }),
  },
  'POST /staff-invitations': {
    summary: 'Invites a member of staff by mail.',
    tag,
    may: 'administration.write',
    body: z.strictObject({ name: line(200), email: emailAddress, zone, roles: staffRoles.min(1) }),
    reply: invited,
    creates: true,
    refusals: ['value.taken'],
  },
  'POST /accounts/:accountId/invitations': {
    summary: 'Invites a person of the customer by mail, or adds one who is known already.',
    tag,
    may: 'people.write',
    params: z.strictObject({ accountId: id }),
    body: z.strictObject({
      name: line(200),
      email: emailAddress,
      zone,
      roles: z.array(z.enum(CUSTOMER_ROLE_NAMES)).min(1).max(CUSTOMER_ROLE_NAMES.length),
    }),
    reply: invited,
    creates: true,
    refusals: ['value.not-allowed'],
  },
  'POST /people/:personId/invitations': {
    summary: 'Sends the invitation again; the earlier link ends.',
    tag,
    may: 'administration.write',
    params: personId,
    body: z.strictObject({}),
    reply: invited,
    creates: true,
    refusals: ['state.not-possible'],
  },
  'POST /people/:personId/deactivation': {
    summary: 'Deactivates a person; sessions and tokens end at once.',
    tag,
    may: 'administration.write',
    params: personId,
    body: z.strictObject({}),
    reply: person,
    creates: true,
    refusals: ['state.not-possible'],
  },
  'POST /people/:personId/reactivation': {
    summary: 'Lets a deactivated person sign in again.',
    tag,
    may: 'administration.write',
    params: personId,
    body: z.strictObject({}),
    reply: person,
    creates: true,
    refusals: ['state.not-possible'],
  },
  'PUT /people/:personId/staff-roles': {
    summary: 'Says which roles a member of staff has.',
    tag,
    may: 'administration.write',
    params: personId,
    body: z.strictObject({ roles: staffRoles }),
    reply: person,
    refusals: ['state.not-possible'],
  },
  'GET /people/:personId/sessions': {
    summary: 'Lists where a person is signed in.',
    tag,
    may: 'administration.read',
    params: personId,
    reply: z.strictObject({ rows: z.array(session) }),
  },
  'DELETE /people/:personId/sessions': {
    summary: 'Ends all sessions of a person.',
    tag,
    may: 'administration.write',
    params: personId,
    reply: 'nothing',
  },
  'DELETE /people/:personId/second-factor': {
    summary: 'Removes the second factor and the passkeys of a person who lost them, and ends the sessions.',
    tag,
    may: 'administration.write',
    params: personId,
    reply: 'nothing',
  },
});
