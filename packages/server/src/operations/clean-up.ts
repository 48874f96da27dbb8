/** What the program forgets by itself. */
import { SYSTEM } from '../platform/database/actor.ts';
import type { Daily, Tasks } from '../platform/jobs/task.ts';
import { forgetAnswers, forgetPresences } from './clean-up-store.ts';

/** A caller that repeats a call does so within a day. */
const ANSWERS_KEPT = { hours: 24 };

/** `forget-answers`: those that were kept for calls that are repeated with their Idempotency-Key; and who was where. */
export const cleanUpTasks: Tasks = {
  'forget-answers': async (_payload, { db, now }) => {
    await db.write(SYSTEM, async (tx) => {
      await forgetAnswers(tx, now.subtract(ANSWERS_KEPT));
      await forgetPresences(tx, now.subtract(ANSWERS_KEPT));
      return { ok: true };
    });
  },
};

/** Not on the hour, where everybody's jobs are. */
export const cleanUpDaily: readonly Daily[] = [{ task: 'forget-answers', hour: 2, minute: 17 }];
