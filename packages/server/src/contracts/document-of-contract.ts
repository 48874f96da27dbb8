/** The document that the customer signed, at the level of the contract. */
import type { DocumentModel } from '@tamarack/core';
import { documentAt, readyVersions } from '../agreements/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { contractById } from './contract-of.ts';

/** Of the terms asked for, else of those in force, else of those proposed. */
export async function documentOfContract(
  tx: Tx,
  { accountId, contractId }: { readonly accountId: string; readonly contractId: string },
  termsId: string | undefined,
  now: Temporal.Instant,
): Promise<ApiResult<DocumentModel>> {
  const contract = await contractById(tx, accountId, contractId, now);
  if (!contract) return refuseApi('record.not-found');
  const { current, proposed, history } = contract;
  const terms = termsId === undefined ? (current ?? proposed) : history.find(({ id }) => id === termsId);
  const version = terms && (await readyVersions(tx, [terms.versionId])).get(terms.versionId);
  return version ? documentAt(version.ready, terms.level) : refuseApi('record.not-found');
}
