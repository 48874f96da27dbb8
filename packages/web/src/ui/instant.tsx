import { ExactInstant } from './exact-instant.tsx';
import { Hint } from './hint.tsx';
import { useNowWords } from './now.ts';
import { instantWords, relativeWords, shortInstantWords } from './time-words.ts';
import { useViewerZone } from './viewer-zone.ts';

export type InstantProps = {
  /** RFC 3339. */
  readonly at: string;
  /** The account's zone: its time is shown on hover and focus as well. */
  readonly accountZone?: string;
  /** `relative` "in 4 min" (default), `short` "21 Nov, 14:05", `full` with weekday and year. */
  readonly as?: 'relative' | 'short' | 'full';
};

/** An instant in the viewer's zone, with the account's zone and the exact time on hover. */
export function Instant({ at, accountZone, as = 'relative' }: InstantProps) {
  const zone = useViewerZone();
  const ms = Date.parse(at);
  const words = useNowWords(
    {
      relative: (nowMs: number) => relativeWords(ms, nowMs),
      short: (nowMs: number) => shortInstantWords(ms, nowMs, zone),
      full: () => instantWords(ms, zone),
    }[as],
  );
  return (
    <Hint label={<ExactInstant ms={ms} accountZone={accountZone} />}>
      <time dateTime={at}>{words}</time>
    </Hint>
  );
}
