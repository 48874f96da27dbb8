import type { Gives } from '@tamarack/contract';

/** A person of the customer, or of the team that serves the account. */
export type AccountPerson = Gives<'GET /accounts/:accountId/people'>['customer'][number];
