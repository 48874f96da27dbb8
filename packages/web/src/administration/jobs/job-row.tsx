import { Button } from '@mantine/core';
import { IconAlertTriangle, IconClock, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import type { RowOf } from '../../api/use-pages.ts';
import { useCall } from '../../api/use-call.ts';
import { Instant } from '../../ui/instant.tsx';
import { Mark } from '../../ui/mark.tsx';
import { SureButton } from '../../ui/sure-button.tsx';
import { JobAbout } from './job-about.tsx';
import { jobStateWords, taskWords } from './job-words.ts';
import classes from './jobs.module.css';

type Job = RowOf<'GET /jobs'>;

const LOOKS = {
  failed: { Icon: IconAlertTriangle, colour: 'broken' },
  retrying: { Icon: IconRefresh, colour: 'waived' },
  running: { Icon: IconPlayerPlay, colour: 'open' },
  waiting: { Icon: IconClock, colour: 'void' },
} as const satisfies Record<Job['state'], object>;

/** A job: what, how it stands, its error, and what can be done. */
export function JobRow({ job }: { readonly job: Job }) {
  const { id, task, state, attempts, maxAttempts, lastError, runAt, createdAt, about } = job;
  const retry = useCall('POST /jobs/:jobId/retry', { refreshes: ['GET /jobs'] });
  const remove = useCall('DELETE /jobs/:jobId', { refreshes: ['GET /jobs'] });
  const sends = () => ({ params: { jobId: id } });
  return (
    <li className={classes['row']}>
      <div>
        <div>
          <span className={classes['task']}>{taskWords(task)}</span>{' '}
          <Mark says={jobStateWords[state]} {...LOOKS[state]} />
        </div>
        <div className={classes['about']}>
          {attempts > 0 && `tried ${attempts} of ${maxAttempts} times · `}
          made <Instant at={createdAt} />
          {(state === 'waiting' || state === 'retrying') && (
            <>
              {' · next '}
              <Instant at={runAt} />
            </>
          )}
          <JobAbout about={about} />
        </div>
      </div>
      {state !== 'running' && (
        <div className={classes['actions']}>
          <Button size="compact-sm" variant="default" loading={retry.isPending} onClick={() => retry.mutate(sends())}>
            Try now
          </Button>
          <SureButton
            size="compact-sm"
            label="Remove"
            sureLabel="Leave it undone"
            loading={remove.isPending}
            onSure={() => remove.mutate(sends())}
          />
        </div>
      )}
      {lastError !== null && (
        <pre className={classes['error']} tabIndex={0} aria-label="Its last error">
          {lastError}
        </pre>
      )}
    </li>
  );
}
