import type { Gives } from '@tamarack/contract';

export type Licence = Gives<'GET /accounts/:accountId/licences'>['rows'][number];
