/**
 * Rows → incidents. Where the rows of an incident stand together it is settled when the next one begins; in a log in
 * order of time it is settled so many days of log time after it was over. Either way memory holds the incidents that
 * are open, not the log.
 */
import type { Taking, Draft, RowReader } from './draft.ts';
import type { Incident } from './incident.ts';
import { recentNumbers } from './recent-numbers.ts';

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

/** More incidents than are open at once at any desk; past it the one that has been quiet longest is settled. */
const MOST_OPEN = 200_000;

/** For `order: time`. */
export function gatherByTime<D extends Draft>(
  reader: RowReader<D>,
  settledAfter: number,
  settle: Settle,
  mostOpen = MOST_OPEN,
): Gathering {
  const settled = recentNumbers();
  // A Map keeps the order in which entries were put in, so a draft that is put in anew goes to the end: the first one
  // is always the one that has been quiet longest. `over` holds those that are over, in the same manner.
  const open = new Map<string, D>();
  const over = new Map<string, D>();
  let now = Number.NEGATIVE_INFINITY;
  let most = 0;
  const flush = (draft: D) => {
    open.delete(draft.id);
    over.delete(draft.id);
    settled.add(draft.id);
    const incident = reader.finish(draft);
    if (incident) settle(incident);
  };
  const flushSettled = () => {
    for (const draft of over.values()) {
      if (draft.at + settledAfter >= now) return;
      flush(draft);
    }
  };
  return {
    take(id, cells, line) {
      let draft = open.get(id) ?? over.get(id);
      if (!draft) {
        if (settled.has(id)) return CAME_BACK;
        draft = reader.begin(id, line);
      }
      const refused = reader.take(draft, cells, line);
      if (refused) {
        if (draft.facts.length === 0) return refused;
      } else {
        open.delete(draft.id);
        over.delete(draft.id);
        (draft.over ? over : open).set(draft.id, draft);
        now = Math.max(now, draft.at);
      }
      most = Math.max(most, open.size + over.size);
      flushSettled();
      const oldest =
        open.size + over.size > mostOpen ? (open.values().next().value ?? over.values().next().value) : undefined;
      if (oldest) flush(oldest);
      return refused;
    },
    end() {
      for (const draft of [...open.values(), ...over.values()].toSorted((a, b) => a.firstLine - b.firstLine))
        flush(draft);
    },
    held: () => ({ now: open.size + over.size, most }),
  };
}
