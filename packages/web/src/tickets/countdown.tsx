import { ExactInstant } from '../ui/exact-instant.tsx';
import { Hint } from '../ui/hint.tsx';
import { useNow } from '../ui/now.ts';
import { countdownWords } from './countdown-words.ts';
import classes from './countdown.module.css';

export type CountdownProps = {
  /** RFC 3339. */
  readonly dueAt: string;
  readonly accountZone: string;
};

/** How much is left of a clock, counted down; the very instant in the viewer's and the account's zone on hover. */
export function Countdown({ dueAt, accountZone }: CountdownProps) {
  const due = Date.parse(dueAt);
  const { says, nearness } = countdownWords(due, useNow());
  return (
    <Hint label={<ExactInstant ms={due} accountZone={accountZone} />}>
      <time dateTime={dueAt} className={classes['countdown']} data-nearness={nearness}>
        {says}
      </time>
    </Hint>
  );
}
