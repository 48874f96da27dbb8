/** What identity does by itself. */
import { SYSTEM } from '../platform/database/actor.ts';
import type { Daily, Tasks } from '../platform/jobs/task.ts';
import { forgetExpired } from './forget-expired-store.ts';

/** `forget-sign-ins`: sessions, ceremonies, guesses and links that have expired. */
export const identityTasks: Tasks = {
  'forget-sign-ins': async (_payload, { db, now }) => {
    await db.write(SYSTEM, async (tx) => {
      await forgetExpired(tx, now);
      return { ok: true };
    });
  },
};

export const identityDaily: readonly Daily[] = [{ task: 'forget-sign-ins', hour: 2, minute: 41 }];
