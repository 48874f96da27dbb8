import type { ReactNode } from 'react';
import classes from './data-pairs.module.css';

export type DataPairsProps = {
  /** Name and value; undefined and null are shown as not known. */
  readonly pairs: readonly (readonly [name: string, value: ReactNode])[];
};

/** Names and values, one below the other. */
export function DataPairs({ pairs }: DataPairsProps) {
  return (
    <dl className={classes['pairs']}>
      {pairs.map(([name, value]) => (
        <div key={name} className={classes['pair']}>
          <dt>{name}</dt>
          <dd>{value ?? <span className={classes['unknown']}>–</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
