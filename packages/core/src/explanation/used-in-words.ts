/** How much of what was promised is used up: "12 minutes of 30 minutes used". */
import { durationInWords, secondsInWords } from '../agreement/words/duration.ts';
import { timesInWords } from '../agreement/words/times.ts';
import type { Clock, Tally } from '../deadline/clock.ts';
import { signedSecondsInWords } from './signed-seconds.ts';

/** Undefined where nothing is counted. */
export function usedInWords(clock: Clock): string | undefined {
  if (clock.tally) return tallyInWords(clock.tally, clock.state === 'running');
  const target = clock.targets.at(-1);
  if (!target || clock.elapsed === undefined) return undefined;
  const promised = secondsInWords(target.seconds);
  const agreed = durationInWords(target.duration);
  return `${secondsInWords(clock.elapsed)} of ${promised}${agreed === promised ? '' : ` (${agreed})`} used`;
}

function tallyInWords({ counted, least, most, unit }: Tally, isRunning: boolean): string {
  if (unit === 'seconds')
    return `${signedSecondsInWords(counted)} of ${most === undefined ? 'unlimited time' : `at most ${secondsInWords(most)}`} used`;
  if (least === undefined) return `${counted} of ${most === undefined ? 'any number' : `at most ${most}`} used`;
  const promised = timesInWords({ least, ...(most === undefined ? {} : { most }) });
  return `${counted === 0 ? `not done${isRunning ? ' yet' : ''}` : `done ${timesInWords({ least: counted, most: counted })}`}, ${promised} promised`;
}
