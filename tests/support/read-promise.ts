import { promiseClause, type PromiseClause } from '../../packages/core/src/agreement/grammar/promise.ts';

/** A promise as the grammar takes it, undefined where it does not. */
export function readPromise(clause: unknown): PromiseClause | undefined {
  return promiseClause.safeParse(clause).data;
}
