import type { Gives } from '@tamarack/contract';

export type Contract = Gives<'GET /accounts/:accountId/contracts/:contractId'>;
/** What a contract agrees, from when to when. */
export type Terms = Contract['history'][number];
export type PublishedVersion = Gives<'GET /descriptions/published'>['rows'][number];
export type Agreeable = Gives<'GET /descriptions/:descriptionId/versions/:versionId/agreeable'>;
export type Parameter = Agreeable['parameters'][number];
export type Preview = Gives<'GET /accounts/:accountId/contracts/:contractId/changes/:termsId/differences'>;
export type Entitled = Gives<'GET /accounts/:accountId/entitlements'>['contracts'][number];
