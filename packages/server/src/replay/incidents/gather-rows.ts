/**
 * Rows → incidents. Where the rows of an incident stand together it is settled when the next one begins; in a log in
 * order of time it is settled so many days of log time after it was over. Either way memory holds the incidents that
 * are open, not the log.
 */
import type { Taking, Draft, RowReader } from './draft.ts';
import type { Incident } from './incident.ts';
import { recentNumbers } from './recent-numbers.ts';
import { settlingQueue } from './settling-queue.ts';

export interface Gathering {
  readonly take: (id: string, cells: readonly string[], line: number) => Taking;
  readonly end: () => void;
  /** Incidents in memory, and the most there ever were. */
  readonly held: () => { readonly now: number; readonly most: number };
}

type Settle = (incident: Incident) => void;

const CAME_BACK = { reason: 'came-back', sentence: 'the incident was settled already: its rows stand apart' } as const;

/** For `order: incident`. */
export function gatherNeighbours<D extends Draft>(reader: RowReader<D>, settle: Settle): Gathering {
  const settled = recentNumbers();
  let draft: D | undefined;
  let refusedId: string | undefined;
  const flush = () => {
    if (!draft) return;
    settled.add(draft.id);
    const incident = reader.finish(draft);
    draft = undefined;
    if (incident) settle(incident);
  };
  return {
    take(id, cells, line) {
      if (draft?.id !== id) {
        flush();
        if (id === refusedId || settled.has(id)) {
          refusedId = id;
          return CAME_BACK;
        }
        refusedId = undefined;
        draft = reader.begin(id, line);
      }
      return reader.take(draft, cells, line);
    },
    end: flush,
    held: () => ({ now: draft ? 1 : 0, most: 1 }),
  };
}

/** More incidents than are open at once at any desk; past it a tenth of them, the quietest, are settled. */
const MOST_OPEN = 200_000;

/** For `order: time`. */
export function gatherByTime<D extends Draft>(
  reader: RowReader<D>,
  settledAfter: number,
  settle: Settle,
  mostOpen = MOST_OPEN,
): Gathering {
  const settled = recentNumbers();
  // A draft is put in anew with each of its rows, so the first ones have been quiet longest.
  const drafts = new Map<string, D>();
  const waiting = settlingQueue<D>();
  let now = Number.NEGATIVE_INFINITY;
  let most = 0;
  const flush = (draft: D) => {
    drafts.delete(draft.id);
    settled.add(draft.id);
    const incident = reader.finish(draft);
    if (incident) settle(incident);
  };
  const makeRoom = () => {
    const quietest = drafts.values().take(Math.ceil(mostOpen / 10));
    for (const draft of [...quietest]) flush(draft);
  };
  return {
    take(id, cells, line) {
      let draft = drafts.get(id);
      if (!draft) {
        if (settled.has(id)) return CAME_BACK;
        draft = reader.begin(id, line);
      }
      const refused = reader.take(draft, cells, line);
      if (refused) return refused;
      drafts.delete(draft.id);
      drafts.set(draft.id, draft);
      if (draft.over) waiting.add(draft);
      now = Math.max(now, draft.at);
      most = Math.max(most, drafts.size);
      const before = now - settledAfter;
      for (let due = waiting.next(before); due; due = waiting.next(before)) if (drafts.has(due.id)) flush(due);
      if (drafts.size > mostOpen) makeRoom();
      return undefined;
    },
    end() {
      for (const draft of [...drafts.values()].toSorted((a, b) => a.firstLine - b.firstLine)) flush(draft);
    },
    held: () => ({ now: drafts.size, most }),
  };
}
