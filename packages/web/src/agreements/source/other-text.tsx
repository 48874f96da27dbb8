import { Button, Group } from '@mantine/core';
import { differingLines } from './differing-lines.ts';
import classes from './source.module.css';

export type OtherTextProps = {
  readonly mine: string;
  readonly theirs: string;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
};

const SIGNS = { mine: '−', theirs: '+', both: ' ', gap: '⋯' } as const;

/** Somebody saved another text meanwhile: nothing is lost, and the person who writes decides. */
export function OtherText({ mine, theirs, onKeepMine, onTakeTheirs }: OtherTextProps) {
  return (
    <section className={classes['conflict']} role="alert" aria-label="Somebody saved another text">
      <h2 className={classes['conflictTitle']}>Somebody saved this draft while you were writing.</h2>
      <p className={classes['conflictSays']}>
        Both texts are here: yours in the editor, theirs on the server. Below are the lines that differ: with − those
        that only yours has, with + those that only theirs has. Copy over what you want to have, then say which one goes
        on.
      </p>
      <pre className={classes['other']} tabIndex={0} aria-label="Their text, compared with yours">
        {differingLines(mine, theirs).map(({ text, only }, at) => (
          <span key={at} data-only={only}>
            {SIGNS[only]} {text}
            {'\n'}
          </span>
        ))}
      </pre>
      <Group gap="xs" mt="sm">
        <Button size="xs" variant="default" onClick={onTakeTheirs}>
          Take theirs, give mine up
        </Button>
        <Button size="xs" onClick={onKeepMine}>
          Go on with mine, over theirs
        </Button>
      </Group>
    </section>
  );
}
