import type { ReactNode } from 'react';
import { Whorl } from './whorl.tsx';
import classes from './empty-state.module.css';

export type EmptyStateProps = {
  /** What is not here: "No accounts yet". */
  readonly title: string;
  /** What would be here, why it matters and how it comes: an empty page teaches. */
  readonly children: ReactNode;
  /** What to do next: a button or a link. */
  readonly action?: ReactNode;
};

/** What a page shows when there is nothing to show. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={classes['empty']}>
      <Whorl size={44} className={classes['mark'] ?? ''} />
      <p className={classes['title']}>{title}</p>
      <div className={classes['says']}>{children}</div>
      {action !== undefined && <div className={classes['action']}>{action}</div>}
    </div>
  );
}
