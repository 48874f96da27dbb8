import { Container } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useReachable } from '../../api/use-reachable.ts';
import { ErrorState } from '../../ui/error-state.tsx';

/** In the place of a page that could not be loaded. It tries again by itself when the server is back. */
export function PageFailed({ error }: ErrorComponentProps) {
  const router = useRouter();
  const reachable = useReachable();
  const { title, remedy } = failureWords(error);
  useEffect(() => {
    if (!reachable) return () => void router.invalidate();
    return undefined;
  }, [reachable, router]);
  return (
    <Container size="sm" py="xl">
      <ErrorState title={title} onRetry={() => void router.invalidate()}>
        {remedy}
      </ErrorState>
    </Container>
  );
}
