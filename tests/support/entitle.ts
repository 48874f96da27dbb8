/** What AlmaCare asks for before somebody submits a ticket: a valid licence (AC5), and their training (AC20). */
import { v7 as uuid } from 'uuid';
import { recordFacts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import type { Person, TestApplication } from './test-application.ts';

/** From now on this person may submit, as far as licence and training go. */
export async function entitle(
  { db, clock }: Pick<TestApplication, 'db' | 'clock'>,
  accountId: string,
  person: Person,
): Promise<void> {
  const facts = [
    { accountId, fact: 'licence.issued', subjectId: uuid() },
    { accountId, fact: 'person.trained', subjectId: person.id },
  ];
  await db.write(SYSTEM, (tx) => recordFacts(tx, facts, { side: 'provider', via: 'test' }, clock.now()));
}
