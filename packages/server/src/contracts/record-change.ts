/**
 * What becomes of a proposal, as facts of the journal: for timeline, audit and live events. No description knows them, so that
 * no clock reads them; what follows for the ledger are `contract.signed` and `contract.moved`.
 */
import { recordFacts } from '../obligations/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import type { ApiResult } from '../platform/http/refuse-api.ts';
import type { By } from './by.ts';

export type ChangeWord = 'proposed' | 'agreed' | 'declined' | 'withdrawn';
export type ChangeFact = `contract.${ChangeWord}` | `contract.change-${ChangeWord}`;

/** "contract.change-proposed"; of the terms with which a contract would begin, "contract.proposed". */
export function changeFact(word: ChangeWord, isFirst: boolean): ChangeFact {
  return isFirst ? `contract.${word}` : `contract.change-${word}`;
}

type Said = {
  readonly accountId: string;
  readonly contractId: string;
  readonly fact: ChangeFact;
  /** To which level it leads. */
  readonly level: string;
  readonly note: string;
};

/** Gives the id of the fact. */
export async function recordChange(
  tx: Tx,
  { level, note, contractId, ...said }: Said,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<string>> {
  const noted = note === '' ? {} : { note };
  const fact = { ...said, contractId, subjectId: contractId, data: { level }, ...noted };
  const recorded = await recordFacts(tx, [fact], by, now);
  return recorded.ok ? { ok: true, value: recorded.value.ids[0] ?? '' } : recorded;
}
