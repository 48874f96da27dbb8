/** What contracts do by themselves when their time comes. */
import { z } from 'zod';
import { SYSTEM } from '../platform/database/actor.ts';
import { task, type Tasks } from '../platform/jobs/task.ts';
import { passContractMilestones } from './milestones.ts';

export const contractTasks: Tasks = {
  'contract-milestones': task(z.strictObject({ accountId: z.uuid() }), async ({ accountId }, { db, now }) => {
    const passed = await db.write({ ...SYSTEM, accounts: [accountId] }, (tx) =>
      passContractMilestones(tx, accountId, now),
    );
    if (!passed.ok) throw new Error(passed.refusal.sentence);
  }),
};
