/** Seconds that may have been taken back: corrections can exceed what was logged in a period. */
import { secondsInWords } from '../agreement/words/duration.ts';

/** "5 minutes", "−5 minutes". */
export function signedSecondsInWords(seconds: number): string {
  return seconds < 0 ? `−${secondsInWords(-seconds)}` : secondsInWords(seconds);
}
