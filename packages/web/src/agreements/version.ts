import type { Gives } from '@tamarack/contract';

/** A version with its text and findings. */
export type Version = Gives<'GET /descriptions/:descriptionId/versions/:versionId'>;
