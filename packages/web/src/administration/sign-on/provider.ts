import type { Gives } from '@tamarack/contract';

/** A provider of single sign-on. */
export type Provider = Gives<'GET /sign-on-providers'>['rows'][number];
