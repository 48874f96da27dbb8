import type { Draft } from './draft.ts';

/** Incidents that are over, in the order in which they ended, until nothing more is expected of them. */
export interface SettlingQueue<D extends Draft> {
  readonly add: (draft: D) => void;
  /** The first one whose last row lies before an instant, and takes it out; undefined where there is none. */
  readonly next: (before: number) => D | undefined;
}

const LEAST_CLEARED = 1024;

/** An incident that has had a row since it was put in is passed over: that row has put it in anew, or reopened it. */
export function settlingQueue<D extends Draft>(): SettlingQueue<D> {
  let entries: { readonly draft: D; readonly line: number }[] = [];
  let head = 0;
  const step = () => {
    head += 1;
    if (head < LEAST_CLEARED || head * 2 < entries.length) return;
    entries = entries.slice(head);
    head = 0;
  };
  return {
    add: (draft) => void entries.push({ draft, line: draft.lastLine }),
    next(before) {
      for (let first = entries[head]; first; first = entries[head]) {
        const { draft, line } = first;
        const stale = draft.lastLine !== line;
        if (!stale && draft.at >= before) return undefined;
        step();
        if (!stale) return draft;
      }
      return undefined;
    },
  };
}
