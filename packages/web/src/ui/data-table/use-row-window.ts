import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type Ref, type RefObject, useLayoutEffect, useState } from 'react';

/** Below this all rows are there, so that finding in the page and printing see them. */
const MANY = 150;
/** Until rows are there to be measured. */
const ROW_PIXELS = 37;

export type RowWindow = {
  readonly indexes: readonly number[];
  /** Pixels that stand for the rows above and below. */
  readonly above: number;
  readonly below: number;
  readonly reveal: (index: number) => void;
  /** Takes each row's element; undefined where all rows are there. */
  readonly measure: Ref<HTMLTableRowElement> | undefined;
};

/** Which rows have to exist at this scroll position of the window. */
export function useRowWindow(count: number, table: RefObject<HTMLTableElement | null>): RowWindow {
  const [offset, setOffset] = useState(0);
  const [rowPixels, setRowPixels] = useState(ROW_PIXELS);
  const isMany = count > MANY;
  useLayoutEffect(() => {
    const top = table.current?.getBoundingClientRect().top ?? 0;
    setOffset(top + window.scrollY);
    setRowPixels(meanHeight(table.current) ?? ROW_PIXELS);
  }, [table, isMany]);
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => rowPixels,
    overscan: 6,
    scrollMargin: offset,
    scrollPaddingStart: 120,
    scrollPaddingEnd: 80,
    enabled: isMany,
  });
  if (!isMany)
    return {
      indexes: Array.from({ length: count }, (_, index) => index),
      above: 0,
      below: 0,
      reveal: () => {},
      measure: undefined,
    };
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  return {
    indexes: items.map(({ index }) => index),
    above: (first?.start ?? offset) - offset,
    below: virtualizer.getTotalSize() - ((last?.end ?? offset) - offset),
    reveal: (index) => virtualizer.scrollToIndex(index),
    measure: virtualizer.measureElement,
  };
}

/** What rows that were not seen yet are taken for; a guess that is far off lets the list jump while somebody scrolls. */
function meanHeight(table: HTMLTableElement | null): number | undefined {
  const rows = [...(table?.querySelectorAll('tr[data-index]') ?? [])];
  const [first, last] = [rows[0]?.getBoundingClientRect(), rows.at(-1)?.getBoundingClientRect()];
  return first && last ? (last.bottom - first.top) / rows.length : undefined;
}
