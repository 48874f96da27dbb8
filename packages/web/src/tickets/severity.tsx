import { Hint } from '../ui/hint.tsx';
import classes from './severity.module.css';

export type SeverityProps = {
  readonly severity: number | null;
  /** What the description calls it: "Business standstill". */
  readonly name?: string | null;
};

/** A severity as a figure in a box, the graver the stronger; its name beside it where there is room, else on hover. */
export function Severity({ severity, name = null }: SeverityProps) {
  if (severity === null) return <span className={classes['none']}>–</span>;
  return (
    <Hint label={name === null ? `Severity ${severity}` : `Severity ${severity}: ${name}`}>
      <span className={classes['severity']} data-severity={Math.min(severity, 4)}>
        <span className={classes['word']}>Severity </span>
        <b>{severity}</b>
        {name !== null && <span className={classes['name']}>{name}</span>}
      </span>
    </Hint>
  );
}
