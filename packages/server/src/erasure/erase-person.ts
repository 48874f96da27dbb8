/** Erases a person of a customer, on request (GDPR, article 17): everywhere, because it is one person everywhere. */
import { recordErasure } from './record-erasure.ts';
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { accountsOfPerson, eraseIdentity, lockErasable } from './person-store.ts';
import { eraseFiles, eraseWritten } from './written-store.ts';

export type PersonErasure = { readonly personId: string; readonly files: boolean };

/**
 * `tx` sees all accounts: the person may belong to several. Facts, instants and figures stay, and so do the seals; what
 * others wrote about the person cannot be found by a program. Refuses people of the provider, and a second time.
 */
export async function erasePerson(
  tx: Tx,
  { personId, files }: PersonErasure,
  now: Temporal.Instant,
): Promise<ApiResult<undefined>> {
  const person = await lockErasable(tx, personId);
  if (!person) return refuseApi('record.not-found');
  if (person.side === 'provider')
    return refuseApi('state.not-possible', 'People of the provider are deactivated: what they did is evidence.');
  if (person.isErased) return refuseApi('state.not-possible', 'This person was erased already.');
  const accounts = await accountsOfPerson(tx, personId);
  await asProgram(tx, (program) => eraseEverywhere(program, accounts, personId, files, now));
  recordErasure(tx, accounts, 'person.erased', personId, now);
  return { ok: true, value: undefined };
}

/** Words, files and who the person is; as the program, for nobody else may touch another person's notifications. */
export async function eraseEverywhere(
  tx: Tx,
  accounts: readonly string[],
  personId: string,
  files: boolean,
  now: Temporal.Instant,
): Promise<void> {
  for (const account of accounts) {
    await eraseWritten(tx, account, personId);
    if (files) await eraseFiles(tx, account, personId);
  }
  await eraseIdentity(tx, personId, now);
}
