import { type RefObject, useEffect, useEffectEvent } from 'react';
import { isTypedIn } from '../is-typed-in.ts';

export type RowKeys = {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly active: number;
  readonly count: number;
  readonly walkTo: (index: number) => void;
  /** What `r` does to the row; nothing where it is left out. */
  readonly record?: () => void;
};

/**
 * j and k walk through the rows from anywhere in the page, r records what meets the row that was reached. With several
 * tables in a page the keys belong to the one that has the focus, else to the first.
 */
export function useRowKeys({ table, active, count, walkTo, record }: RowKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (count === 0 || isElsewhere(event.target) || !isMeant(table.current)) return;
    const isHere = table.current?.contains(document.activeElement) ?? false;
    const act = {
      j: () => walkTo(isHere ? Math.min(active + 1, count - 1) : active),
      k: () => walkTo(isHere ? Math.max(active - 1, 0) : active),
      r: isHere ? record : undefined,
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    // In the table of shortcuts "g r" and the like begin with another key, which listens on the document after us.
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** In a field letters are letters, and what lies over the page has keys of its own. */
function isElsewhere(target: EventTarget | null): boolean {
  return isTypedIn(target) || (target instanceof Element && target.closest('[role="dialog"]') !== null);
}

function isMeant(table: HTMLTableElement | null): boolean {
  const tables = [...document.querySelectorAll('main table')];
  const focused = tables.find((each) => each.contains(document.activeElement));
  return table !== null && (focused ?? tables[0]) === table;
}
