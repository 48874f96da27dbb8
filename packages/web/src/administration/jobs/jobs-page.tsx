import { NativeSelect } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { usePages } from '../../api/use-pages.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { oneOf } from '../../ui/one-of.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import { JobRow } from './job-row.tsx';
import { jobStateWords } from './job-words.ts';
import classes from './jobs.module.css';
import { JOB_STATES } from './jobs-search.ts';

const route = getRouteApi('/signed-in/administration/jobs');

/** What the program does by itself: what failed, what waits. */
export function JobsPage() {
  const { state } = route.useSearch();
  const navigate = useNavigate({ from: '/administration/jobs' });
  const jobs = usePages('GET /jobs', { query: { state, limit: 50 } });
  const counts = jobs.data?.first?.counts;
  const failed = counts?.failed ?? 0;
  return (
    <Section
      title="Jobs"
      says={
        failed === 0
          ? 'Work that the program does by itself. Nothing has failed for good.'
          : `Work that the program does by itself. ${failed} failed for good and ${failed === 1 ? 'waits' : 'wait'} for you.`
      }
      actions={
        <NativeSelect
          aria-label="State"
          value={state ?? ''}
          data={[
            { value: '', label: 'All jobs' },
            ...JOB_STATES.map((value) => ({ value, label: `${jobStateWords[value]} (${counts?.[value] ?? 0})` })),
          ]}
          onChange={({ currentTarget }) =>
            void navigate({ search: { state: oneOf(JOB_STATES, currentTarget.value) }, replace: true })
          }
        />
      }
      flush
    >
      <QueryState query={jobs}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={state === undefined ? 'No jobs at the moment' : 'None in this state'}>
              Mails, seals and clean-ups are done as jobs, and leave this list when they are done. One that fails is
              tried again, later each time; when that does not help, it waits here with its error.
            </EmptyState>
          ) : (
            <>
              <ul className={classes['list']} aria-label="Jobs, the newest first">
                {rows.map((job) => (
                  <JobRow key={job.id} job={job} />
                ))}
              </ul>
              <MoreRows pages={jobs} />
            </>
          )
        }
      </QueryState>
    </Section>
  );
}
