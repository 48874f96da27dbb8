import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';

export type MoreRowsProps = {
  /** What `usePages` gives. */
  readonly pages: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    readonly fetchNextPage: () => unknown;
  };
};

/** The end of a list that goes on: more is loaded when it comes near, and by a button for whoever scrolls without a wheel. */
export function MoreRows({ pages }: MoreRowsProps) {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  const end = useRef<HTMLDivElement>(null);
  // After a failure only the button asks again: a list in view would ask for ever.
  const asksItself = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (!asksItself || end.current === null) return undefined;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) fetchNextPage();
      },
      { rootMargin: '600px' },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [asksItself, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <div ref={end}>
      <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
        Show more
      </Button>
    </div>
  );
}
