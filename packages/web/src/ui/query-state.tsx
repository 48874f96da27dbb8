import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { failureWords } from '../api/failure-words.ts';
import { ErrorState } from './error-state.tsx';
import { LoadingBar } from './loading-bar.tsx';

export type QueryStateProps<Data> = {
  /** What `useGet` gives. */
  readonly query: {
    readonly data: Data | undefined;
    readonly error: Error | null;
    readonly isFetching: boolean;
    readonly refetch: () => unknown;
  };
  readonly children: (data: Data) => ReactNode;
};

/** A part of a page that needs data: shapes while loading, what went wrong, or the part. Old data stay while new ones load. */
export function QueryState<Data>({ query, children }: QueryStateProps<Data>) {
  const { data, error, isFetching, refetch } = query;
  return (
    <>
      <LoadingBar busy={isFetching} />
      {data !== undefined && children(data)}
      {data === undefined && error !== null && (
        <ErrorState title={failureWords(error).title} onRetry={() => void refetch()}>
          {failureWords(error).remedy}
        </ErrorState>
      )}
      {data === undefined && error === null && (
        <Stack gap="xs" aria-hidden>
          <Skeleton height={18} width="40%" />
          <Skeleton height={18} />
          <Skeleton height={18} width="80%" />
        </Stack>
      )}
    </>
  );
}
