import { Tooltip } from '@mantine/core';
import { useNow } from '../ui/now.ts';
import { instantWords } from '../ui/time-words.ts';
import { useViewerZone } from '../ui/viewer-zone.ts';
import { countdownWords } from './countdown-words.ts';
import classes from './countdown.module.css';

export type CountdownProps = {
  /** RFC 3339. */
  readonly dueAt: string;
  readonly accountZone: string;
};

/** How much is left of a clock, counted down; the very instant in the viewer's and the account's zone on hover. */
export function Countdown({ dueAt, accountZone }: CountdownProps) {
  const zone = useViewerZone();
  const due = Date.parse(dueAt);
  const { says, nearness } = countdownWords(due, useNow());
  const zones = zone === accountZone ? [zone] : [zone, accountZone];
  const label = zones.map((each) => (
    <div key={each}>{`${instantWords(due, each)} ${each.split('/').at(-1)?.replaceAll('_', ' ')}`}</div>
  ));
  return (
    <Tooltip label={label}>
      <time dateTime={dueAt} className={classes['countdown']} data-nearness={nearness}>
        {says}
      </time>
    </Tooltip>
  );
}
