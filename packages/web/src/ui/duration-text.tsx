import { durationWords } from './time-words.ts';

/** A duration in its two largest units: "1 h 05 min". */
export function DurationText({ seconds }: { readonly seconds: number }) {
  return <time dateTime={`PT${Math.trunc(Math.abs(seconds))}S`}>{durationWords(seconds)}</time>;
}
