import { Button, Group } from '@mantine/core';
import classes from './source.module.css';

export type OtherTextProps = {
  readonly mine: string;
  readonly theirs: string;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
};

/** Somebody saved another text meanwhile: nothing is lost, and the person who writes decides. */
export function OtherText({ mine, theirs, onKeepMine, onTakeTheirs }: OtherTextProps) {
  return (
    <section className={classes['conflict']} role="alert" aria-label="Somebody saved another text">
      <h2 className={classes['conflictTitle']}>Somebody saved this draft while you were writing.</h2>
      <p className={classes['conflictSays']}>
        Both texts are here: yours in the editor, theirs below. Lines that only one of them has are marked. Copy over
        what you want to have, then say which one goes on.
      </p>
      <pre className={classes['other']} tabIndex={0} aria-label="Their text, compared with yours">
        {marked(mine, theirs).map(({ text, only }, at) => (
          <span key={at} data-only={only}>
            {only === 'mine' ? '− ' : only === 'theirs' ? '+ ' : '  '}
            {text}
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

type Marked = { readonly text: string; readonly only: 'mine' | 'theirs' | undefined };

/** The lines around what differs; between the first and the last difference all of mine, then all of theirs. */
function marked(mine: string, theirs: string): readonly Marked[] {
  const [own, other] = [mine.split('\n'), theirs.split('\n')];
  let head = 0;
  while (head < own.length && head < other.length && own[head] === other[head]) head += 1;
  let tail = 0;
  const shortest = Math.min(own.length, other.length) - head;
  while (tail < shortest && own.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const around = (lines: readonly string[]) => lines.map((text) => ({ text, only: undefined }));
  return [
    ...around(own.slice(Math.max(0, head - 3), head)),
    ...own.slice(head, own.length - tail).map((text) => ({ text, only: 'mine' as const })),
    ...other.slice(head, other.length - tail).map((text) => ({ text, only: 'theirs' as const })),
    ...around(own.slice(own.length - tail, own.length - tail + 3)),
  ];
}
