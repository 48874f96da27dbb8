/** Who plays the roles of a contract: "your technical account manager is …". */
import { z } from 'zod';
import { id } from '../wire/shapes.ts';
import { routeTable } from '../wire/route.ts';

const SIDES = ['provider', 'customer'] as const;
const tag = 'Contracts';
const contractIds = z.strictObject({ accountId: id, contractId: id });

const roleOfContract = z
  .strictObject({
    side: z.enum(SIDES),
    role: z.string(),
    name: z.string().meta({ description: 'What the description calls it.' }),
    duties: z.array(z.string()),
    people: z.array(z.strictObject({ id, name: z.string() })).meta({
      description:
        'Who was named for it; where nobody was, the people of the account with a role of that name are meant.',
    }),
  })
  .meta({ id: 'RoleOfContract', description: 'A role of the description, and who plays it in this contract.' });

export const roleAssignmentRoutes = routeTable({
  'GET /accounts/:accountId/contracts/:contractId/roles': {
    summary: "Lists the roles of both sides by the contract's present terms, with the people who are named for them.",
    tag,
    may: 'contracts.read',
    params: contractIds,
    reply: z.strictObject({ rows: z.array(roleOfContract) }),
    refusals: ['record.not-found'],
  },
  'PUT /accounts/:accountId/contracts/:contractId/roles/:side/:role': {
    summary:
      'Names the people who play a role in the contract: these and no others. They are told of what the role owes.',
    tag,
    may: 'team.write',
    params: contractIds.extend({
      side: z.enum(SIDES),
      role: z.string().max(80).meta({ description: 'The name of the role in the description.' }),
    }),
    body: z.strictObject({ personIds: z.array(id).max(20) }),
    reply: 'nothing',
    refusals: ['record.not-found', 'value.not-allowed'],
  },
});
