/** The nearest known name, for "did you mean …?". */
import { distance } from 'fastest-levenshtein';

/** The known name closest to a mistyped one, where one is close enough to be meant. */
export function nearest(text: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  // What shares nothing with the text is not meant: "7" is not a misspelt "1".
  let least = Math.min(text.length, Math.max(2, Math.floor(text.length / 3)) + 1);
  for (const name of known) {
    if (Math.abs(name.length - text.length) >= least) continue;
    const steps = distance(text.toLowerCase(), name.toLowerCase());
    if (steps < least) {
      best = name;
      least = steps;
    }
  }
  return best;
}
