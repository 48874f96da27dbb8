/** The jobs that wait, run or have failed: the administrator's page. */
import { z } from 'zod';
import { routeTable } from '../wire/route.ts';
import { instant, pageOf, pageQuery } from '../wire/shapes.ts';

/** `retrying`: it failed and is tried again by itself; `failed`: it was tried often enough. */
const JOB_STATES = ['waiting', 'running', 'retrying', 'failed'] as const;

const jobId = z
  .string()
  .regex(/^\d{1,18}$/, { error: 'expected the number of a job' })
  .meta({ id: 'JobId' });

const job = z
  .strictObject({
    id: jobId,
    task: z.string(),
    state: z.enum(JOB_STATES),
    attempts: z.int(),
    maxAttempts: z.int(),
    lastError: z.string().nullable(),
    runAt: instant,
    createdAt: instant,
    about: z
      .record(z.string(), z.string())
      .meta({ description: 'The ids that the job names, and nothing else of what it carries.' }),
  })
  .meta({ id: 'Job', description: 'Work that the program does on its own: a mail, a check, a clean-up.' });

const tag = 'Operations';
const params = z.strictObject({ jobId });

export const jobRoutes = routeTable({
  'GET /jobs': {
    summary: 'Lists jobs, the newest first.',
    tag,
    may: 'administration.read',
    query: pageQuery.extend({ state: z.enum(JOB_STATES).optional() }),
    reply: pageOf(job).extend({ counts: z.record(z.enum(JOB_STATES), z.int()) }),
  },
  'POST /jobs/:jobId/retry': {
    summary: 'Has a job tried again now, with all its attempts before it.',
    tag,
    may: 'administration.write',
    params,
    reply: 'nothing',
    refusals: ['state.not-possible'],
  },
  'DELETE /jobs/:jobId': {
    summary: 'Removes a job; what it would have done stays undone.',
    tag,
    may: 'administration.write',
    params,
    reply: 'nothing',
    refusals: ['state.not-possible'],
  },
});
