import { oneOf } from '../../ui/one-of.ts';

export const JOB_STATES = ['failed', 'retrying', 'running', 'waiting'] as const;

/** What the address of the jobs holds. */
export type JobsSearch = { readonly state?: (typeof JOB_STATES)[number] | undefined };

export function readJobsSearch({ state }: Readonly<Record<string, unknown>>): JobsSearch {
  return { state: oneOf(JOB_STATES, state) };
}
