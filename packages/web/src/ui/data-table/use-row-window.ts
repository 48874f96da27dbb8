import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';

/** Below this all rows are there, so that finding in the page and printing see them. */
const MANY = 150;
const ROW_PIXELS = 37;

export type RowWindow = {
  readonly indexes: readonly number[];
  /** Pixels that stand for the rows above and below. */
  readonly above: number;
  readonly below: number;
  readonly reveal: (index: number) => void;
};

/** Which rows have to exist at this scroll position of the window. */
export function useRowWindow(count: number, table: RefObject<HTMLTableElement | null>): RowWindow {
  const [offset, setOffset] = useState(0);
  const isMany = count > MANY;
  useLayoutEffect(() => {
    const top = table.current?.getBoundingClientRect().top ?? 0;
    setOffset(top + window.scrollY);
  }, [table, isMany]);
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => ROW_PIXELS,
    overscan: 15,
    scrollMargin: offset,
    scrollPaddingStart: 120,
    scrollPaddingEnd: 80,
    enabled: isMany,
  });
  if (!isMany)
    return { indexes: Array.from({ length: count }, (_, index) => index), above: 0, below: 0, reveal: () => {} };
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  return {
    indexes: items.map(({ index }) => index),
    above: (first?.start ?? offset) - offset,
    below: virtualizer.getTotalSize() - ((last?.end ?? offset) - offset),
    reveal: (index) => virtualizer.scrollToIndex(index),
  };
}
