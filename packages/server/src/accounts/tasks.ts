/** What licences do by themselves when their day comes. */
import { z } from 'zod';
import { SYSTEM } from '../platform/database/actor.ts';
import { task, type Tasks } from '../platform/jobs/task.ts';
import { passLicenceMilestones } from './licence-milestones.ts';

export const accountTasks: Tasks = {
  'licence-milestones': task(z.strictObject({ accountId: z.uuid() }), async ({ accountId }, { db, now }) => {
    const passed = await db.write({ ...SYSTEM, accounts: [accountId] }, (tx) =>
      passLicenceMilestones(tx, accountId, now),
    );
    if (!passed.ok) throw new Error(passed.refusal.sentence);
  }),
};
