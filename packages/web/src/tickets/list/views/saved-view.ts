import type { Gives } from '@tamarack/contract';

/** A view as its owner saved it. */
export type SavedView = Gives<'GET /ticket-views'>['rows'][number];
