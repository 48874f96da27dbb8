import { recordFacts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import type { AgreedAccount } from './agreed-account.ts';
import type { TestApplication } from './test-application.ts';

/** Records what a test takes for given: a fact under a contract, now, by the provider. `more`: title, data. */
export async function record(
  { db, clock }: Pick<TestApplication, 'db' | 'clock'>,
  { accountId, contractId }: Pick<AgreedAccount, 'accountId' | 'contractId'>,
  fact: string,
  subjectId: string,
  more: object = {},
): Promise<void> {
  const facts = [{ accountId, contractId, fact, subjectId, ...more }];
  await db.write(SYSTEM, (tx) => recordFacts(tx, facts, { side: 'provider', via: 'test' }, clock.now()));
}
