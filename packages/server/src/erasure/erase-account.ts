/** Erases a whole account: its name, its people, what was written, its files. The ledger's rows, instants and figures stay. */
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { eraseAccountItself, lockAccountAt } from './account-store.ts';
import { eraseEverywhere } from './erase-person.ts';
import { accountsOfPerson, peopleOfOnly } from './person-store.ts';
import { recordErasure } from './record-erasure.ts';
import { eraseFiles, eraseWritten } from './written-store.ts';

/**
 * `tx` sees all accounts: people who belong to another one as well stay there. Refuses while a contract runs, for it would go
 * on owing, and where `name` is not the account's.
 */
export async function eraseAccount(
  tx: Tx,
  { accountId, name }: { readonly accountId: string; readonly name: string },
  now: Temporal.Instant,
): Promise<ApiResult<undefined>> {
  const account = await lockAccountAt(tx, accountId, now);
  if (!account) return refuseApi('record.not-found');
  if (account.isErased) return refuseApi('state.not-possible', 'This account was erased already.');
  if (account.name !== name) return refuseApi('value.not-allowed', 'This is not the name of the account.');
  if (account.running !== null)
    return refuseApi('state.not-possible', `The contract “${account.running}” still runs; it has to end first.`);
  await asProgram(tx, (program) => eraseAll(program, accountId, now));
  recordErasure(tx, [accountId], 'account.erased', accountId, now);
  return { ok: true, value: undefined };
}

async function eraseAll(tx: Tx, accountId: string, now: Temporal.Instant): Promise<void> {
  for (const personId of await peopleOfOnly(tx, accountId))
    await eraseEverywhere(tx, await accountsOfPerson(tx, personId), personId, false, now);
  await eraseWritten(tx, accountId, undefined);
  await eraseFiles(tx, accountId, undefined);
  await eraseAccountItself(tx, accountId, now);
}
