import { CatchBoundary } from '@tanstack/react-router';
import { lazy, memo, Suspense } from 'react';
import { isCostly } from './costly-text.ts';
import type { MessageTextProps } from './message.ts';
import classes from './message-text.module.css';

// Loaded beside the page: a conversation can be read before it is laid out.
const Formatted = lazy(() => import('./formatted-text.tsx').then((module) => ({ default: module.FormattedText })));

/** A text that somebody wrote, as it was meant. What cannot be laid out is shown as it came. */
export const MessageText = memo(function MessageText({ body, accountId, files }: MessageTextProps) {
  const plain = <p className={classes['plain']}>{body}</p>;
  if (isCostly(body)) return <div className={classes['text']}>{plain}</div>;
  return (
    <div className={classes['text']}>
      <CatchBoundary getResetKey={() => body} errorComponent={() => plain}>
        <Suspense fallback={plain}>
          <Formatted body={body} accountId={accountId} files={files} />
        </Suspense>
      </CatchBoundary>
    </div>
  );
});
