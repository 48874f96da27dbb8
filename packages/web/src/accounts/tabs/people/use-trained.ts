import { useMemo } from 'react';
import { useGet } from '../../../api/use-get.ts';

/** As many as the API gives at once; more people than that have been trained nowhere yet. */
const AT_ONCE = 200;

/** When each person of the account completed the training last, from the journal (AC5). */
export function useTrained(accountId: string): ReadonlyMap<string, string> {
  const query = { fact: 'person.trained', limit: AT_ONCE };
  const { data } = useGet('GET /accounts/:accountId/facts', { params: { accountId }, query });
  // The latest first, and a Map keeps what is put in last.
  return useMemo(() => new Map(data?.rows.toReversed().map(({ subjectId, at }) => [subjectId, at])), [data]);
}
