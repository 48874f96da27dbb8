import type { ReactNode } from 'react';
import { Link } from './link.tsx';
import classes from './figure.module.css';

export type FigureProps = {
  /** What is counted: "Open promises". */
  readonly label: string;
  readonly value: ReactNode;
  /** One line below: "next in 4 h", "of 20". */
  readonly says?: ReactNode;
  /** The rows behind the number; a number that leads nowhere has none. */
  readonly href?: string;
  readonly colour?: 'kept' | 'open' | 'paused' | 'broken' | 'waived' | 'gold';
};

/** A number with its name that links to the rows it counts. */
export function Figure({ label, value, says, href, colour }: FigureProps) {
  const style = colour === undefined ? {} : { '--figure': `var(--tm-${colour})` };
  const inside = (
    <>
      <span className={classes['label']}>{label}</span>
      <span className={classes['value']}>{value}</span>
      {says !== undefined && <span className={classes['says']}>{says}</span>}
    </>
  );
  return href === undefined ? (
    <div className={classes['figure']} style={style}>
      {inside}
    </div>
  ) : (
    <Link href={href} className={classes['figure']} data-link style={style}>
      {inside}
    </Link>
  );
}
