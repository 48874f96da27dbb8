import type { Gives } from '@tamarack/contract';

/** A role of the description, and who plays it in a contract. */
export type RoleOfContract = Gives<'GET /accounts/:accountId/contracts/:contractId/roles'>['rows'][number];
