/** The routes of operations. */
import type { jobRoutes } from '@tamarack/contract';
import type { Handlers } from '../platform/http/handler.ts';
import { type ApiResult, refuseApi } from '../platform/http/refuse-api.ts';
import { removeJob, retryJob } from './job-store.ts';
import { jobPage } from './job-views.ts';

export const jobHandlers: Handlers<keyof typeof jobRoutes> = {
  'GET /jobs': async ({ tx, query }) => ({ ok: true, value: await jobPage(tx, query) }),
  'POST /jobs/:jobId/retry': async ({ tx, params, now }) => answer(await retryJob(tx, params.jobId, now)),
  'DELETE /jobs/:jobId': async ({ tx, params }) => answer(await removeJob(tx, params.jobId)),
};

/** A job that is under way is in the hands of its worker. */
function answer(done: boolean | null): ApiResult<undefined> {
  if (done === null) return refuseApi('state.not-possible', 'This job is being done just now.');
  return done ? { ok: true, value: undefined } : refuseApi('record.not-found');
}
