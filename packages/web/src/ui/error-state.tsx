import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export type ErrorStateProps = {
  /** What is wrong, in a sentence. */
  readonly title: string;
  /** What to do about it. */
  readonly children: ReactNode;
  readonly onRetry?: () => void;
};

/** In the place of what could not be shown: what is wrong and what to do. */
export function ErrorState({ title, children, onRetry }: ErrorStateProps) {
  return (
    <Alert color="larch" variant="light" icon={<IconAlertTriangle aria-hidden />} title={title} role="alert">
      <p style={{ margin: 0 }}>{children}</p>
      {onRetry && (
        <Button variant="default" size="xs" mt="sm" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
