import type { ErrorComponentProps } from '@tanstack/react-router';
import { PageFailed } from './page-failed.tsx';

/** When not even the frame can be shown, because nobody could say who is signed in. */
export function NobodyKnown(props: ErrorComponentProps) {
  return (
    <main>
      <PageFailed {...props} />
    </main>
  );
}
