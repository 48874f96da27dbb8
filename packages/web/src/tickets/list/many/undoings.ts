/** What takes back what was done to many tickets: pure. Each may have been another way before. */
import type { Gives, Sends } from '@tamarack/contract';

export type Result = Gives<'POST /tickets/changes'>['results'][number];
type Change = Sends<'POST /tickets/changes'>['body']['action'];
type Undoing = { readonly tickets: readonly Result[]; readonly action: Change };

const REASON = 'Taken back: it was done by mistake.';

/** One change for each way in which the tickets were before. */
export function undoingsOf(results: readonly Result[], action: Change): readonly Undoing[] {
  const ways = new Map<string, { tickets: Result[]; action: Change }>();
  for (const result of results) {
    const back = result.refusal === null && result.before ? backOf(action, result.before) : undefined;
    if (!back) continue;
    const key = JSON.stringify(back);
    const way = ways.get(key) ?? { tickets: [], action: back };
    way.tickets.push(result);
    ways.set(key, way);
  }
  return [...ways.values()];
}

function backOf(action: Change, before: NonNullable<Result['before']>): Change | undefined {
  switch (action.do) {
    case 'assign':
      return { do: 'assign', assigneeId: before.assigneeId };
    case 'queue':
      return { do: 'queue', queue: before.queue };
    case 'hand-over':
      return { do: 'hand-over', side: before.side, reason: REASON };
    case 'end':
      return { do: 'reopen', reason: REASON };
    case 'reopen':
      return undefined;
  }
}
