import type { QueryClient } from '@tanstack/react-query';
import { isOf } from './concerns.ts';
import { hasRoute } from './contract-tables.ts';
import { doubt } from './reachability.ts';
import { refreshLong, refreshShort } from './refresh.ts';
import { markForRereading } from './reread.ts';

/** What the server tells of a change; what changed is read by the ordinary routes, under the viewer's own rights. */
type Told = {
  readonly accountId?: string;
  readonly ticketId?: string;
  readonly fact?: string;
  readonly subjectId?: string;
};

/** A burst of facts (an import, a watcher's batch) is one refresh. */
const GATHER_MS = 250;
/** Lists of which much was read are read again this seldom. */
const LONG_MS = 15_000;
/** An EventSource gives up after an answer that is no stream, such as a gateway's 502. */
const ANEW_MS = 10_000;

/**
 * Listens to the server and has the queries of an account read again when something happened in it. After a break the
 * browser sends Last-Event-ID by itself, so that nothing is missed. Gives back what ends it.
 */
export function listen(client: QueryClient): () => void {
  if (!hasRoute('GET /events')) return () => {};
  const changed = new Set<string>();
  const erased = new Set<string>();
  const changedLong = new Set<string>();
  let gatheringLong: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let anew: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    gathering = undefined;
    const [accounts, without] = [new Set(changed), new Set(erased)];
    changed.clear();
    erased.clear();
    // What was erased is not kept here either, though what was written is otherwise read only once.
    if (without.size > 0) void client.resetQueries({ predicate: ({ queryKey }) => isOf(queryKey, without) });
    refreshShort(client, accounts);
    for (const account of accounts) changedLong.add(account);
    gatheringLong ??= setTimeout(refreshRest, LONG_MS);
  };
  const refreshRest = () => {
    gatheringLong = undefined;
    refreshLong(client, new Set(changedLong));
    changedLong.clear();
  };
  const note = ({ data }: MessageEvent<string>) => {
    const { accountId, fact, subjectId } = JSON.parse(data) as Told;
    if (accountId !== undefined) changed.add(accountId);
    if (accountId !== undefined && fact?.endsWith('.erased')) erased.add(accountId);
    if (subjectId !== undefined && fact?.endsWith('.split')) markForRereading(subjectId);
    gathering ??= setTimeout(refresh, GATHER_MS);
  };
  const meet = ({ data }: MessageEvent<string>) => {
    const { accountId, ticketId } = JSON.parse(data) as Told;
    void client.invalidateQueries({ queryKey: ['presence', { params: { accountId, ticketId } }] });
  };
  const open = () => {
    source = new EventSource('/api/v1/events');
    source.addEventListener('fact', note);
    source.addEventListener('ledger', note);
    source.addEventListener('presence', meet);
    source.addEventListener('error', () => {
      void doubt();
      if (source.readyState === EventSource.CLOSED) anew = setTimeout(open, ANEW_MS);
    });
  };
  open();
  return () => {
    clearTimeout(gathering);
    clearTimeout(gatheringLong);
    clearTimeout(anew);
    source.close();
  };
}
