import classes from './promise-cell.module.css';

export type PromiseCellProps = { readonly says: string; readonly about: string };

/** A promise and, below it, what it is about here. */
export function PromiseCell({ says, about }: PromiseCellProps) {
  return (
    <span className={classes['cell']}>
      <span>{says}</span>
      {about !== '' && <span className={classes['about']}>{about}</span>}
    </span>
  );
}
