import { placeOf } from './place-of.ts';
import { instantWords } from './time-words.ts';
import { useViewerZone } from './viewer-zone.ts';

export type ExactInstantProps = {
  /** Epoch milliseconds. */
  readonly ms: number;
  readonly accountZone: string | undefined;
};

/** An instant with day and year, in the viewer's zone, and below it in the account's where that is another one. */
export function ExactInstant({ ms, accountZone }: ExactInstantProps) {
  const zone = useViewerZone();
  const zones = accountZone === undefined || accountZone === zone ? [zone] : [zone, accountZone];
  return zones.map((each) => <div key={each}>{`${instantWords(ms, each)} ${placeOf(each)}`}</div>);
}
