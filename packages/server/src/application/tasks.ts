/** The tasks of all jobs, from every capability, and those that come by themselves. */
import { accountTasks } from '../accounts/index.ts';
import { contractTasks } from '../contracts/index.ts';
import { fileDaily, fileTasks } from '../files/index.ts';
import { identityDaily, identityTasks } from '../identity/index.ts';
import { sealJournal } from '../journal/index.ts';
import { mailDaily, mailTasks } from '../notifications/index.ts';
import { cleanUpDaily, cleanUpTasks } from '../operations/index.ts';
import { webhookDaily, webhookTasks } from '../webhooks/index.ts';
import type { Daily, Tasks } from '../platform/jobs/task.ts';

export type TaskParts = {
  readonly files: Parameters<typeof fileTasks>[0];
  readonly mail: Parameters<typeof mailTasks>[0];
  /** Networks of one's own that webhooks may call. */
  readonly webhookNetworks: readonly string[];
};

export function tasksOf({ files, mail, webhookNetworks }: TaskParts): Tasks {
  return {
    ...accountTasks,
    ...cleanUpTasks,
    ...contractTasks,
    ...fileTasks(files),
    ...identityTasks,
    ...mailTasks(mail),
    ...webhookTasks(webhookNetworks),
    'seal-journal': async (_payload, { db, now }) => {
      await sealJournal(db, now);
    },
  };
}

export const daily: readonly Daily[] = [...cleanUpDaily, ...fileDaily, ...identityDaily, ...mailDaily, ...webhookDaily];
/** Sealed soon after it is written, behind the writers. */
export const everyMinute: readonly string[] = ['seal-journal'];
