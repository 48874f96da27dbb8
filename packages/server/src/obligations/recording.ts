/** What is about to be recorded: facts of one account with whoever states them, ready for the journal. */
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { prepareFacts, type NewFact, type RecordedFact, type Recorder } from '../journal/index.ts';
import type { JournalFact } from './clocks-of-unit.ts';

export type Recording = {
  readonly accountId: string;
  readonly facts: readonly RecordedFact[];
  readonly by: Recorder;
  /** Their subjects begin with them: nothing was ever said of these, and the database need not be asked. */
  readonly begins?: boolean;
};

/** Clocks of two machines differ a little; further ahead nothing can have happened. */
export const AHEAD_SECONDS = 120;

/** One for each account. Refuses `value.not-allowed` for a fact that lies in the future. */
export function recordingsOf(
  facts: readonly NewFact[],
  by: Recorder,
  now: Temporal.Instant,
): ApiResult<readonly Recording[]> {
  const prepared = prepareFacts(facts, now);
  const seconds = secondsOf(now);
  const ahead = prepared.find((fact) => fact.seconds > seconds + AHEAD_SECONDS);
  if (ahead)
    return refuseApi('value.not-allowed', `${ahead.fact} lies in the future; a fact is recorded once it has happened.`);
  const byAccount = Map.groupBy(prepared, (fact) => fact.accountId);
  return { ok: true, value: [...byAccount].map(([accountId, own]) => ({ accountId, facts: own, by })) };
}

/** As clocks read them, before they stand in the journal. */
export function journalFactsOf({ facts, by }: Recording): readonly JournalFact[] {
  const person = by.onBehalfOf ?? by.personId;
  return facts.map(({ id, contractId, seconds, fact, subjectId, aboutId, data, title, audience }) => ({
    id,
    contractId: contractId ?? null,
    at: seconds,
    fact,
    subject: subjectId,
    data: data ?? {},
    title: title ?? null,
    audience: audience ?? 'shared',
    ...(aboutId === undefined ? {} : { about: aboutId }),
    ...(person === undefined ? {} : { by: person }),
  }));
}

/** Whole epoch seconds. */
export function secondsOf(now: Temporal.Instant): number {
  return Math.floor(now.epochMilliseconds / 1000);
}
