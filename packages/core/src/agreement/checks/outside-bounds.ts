/** Why a value lies outside its bounds, with the bound in words; undefined where it does not. */
import { compareDurations } from '../compare-durations.ts';
import { durationInWords, type Duration } from '../words/duration.ts';
import { quantityInWords, type Quantity } from '../words/quantity.ts';
import { timesInWords, type Times } from '../words/times.ts';

const LEAST = 'the least that the description allows';
const MOST = 'the most that the description allows';

export function timesOutside(agreed: Times, between: Times): string | undefined {
  const isWithin = agreed.least >= between.least && mostOf(agreed) <= mostOf(between);
  return isWithin
    ? undefined
    : `${timesInWords(agreed)} is not within what the description allows: ${timesInWords(between)}`;
}

function mostOf({ most = Number.POSITIVE_INFINITY }: Times): number {
  return most;
}

export function durationOutside(
  agreed: Duration,
  least: Duration | undefined,
  most: Duration | undefined,
): string | undefined {
  return (
    (least &&
      lengthProblem(agreed, least, 'shorter', `is not as long as ${durationInWords(least)}, ${LEAST}`, LEAST)) ??
    (most && lengthProblem(agreed, most, 'longer', `is longer than ${durationInWords(most)}, ${MOST}`, MOST))
  );
}

function lengthProblem(
  agreed: Duration,
  bound: Duration,
  wrong: 'shorter' | 'longer',
  says: string,
  which: string,
): string | undefined {
  const found = compareDurations(agreed, bound);
  const own = durationInWords(agreed);
  if (found === 'cannot tell') return `${own} cannot be compared with ${durationInWords(bound)}, ${which}`;
  return found === wrong ? `${own} ${says}` : undefined;
}

export function quantityOutside(agreed: Quantity, most: Quantity | undefined): string | undefined {
  if (!most || most.of === 'unlimited') return undefined;
  const [own, bound] = [quantityInWords(agreed), quantityInWords(most)];
  if (agreed.of === 'unlimited') return `${own} is more than ${bound}, ${MOST}`;
  const isAlike = agreed.of === most.of && !(agreed.of === 'rate' && most.of === 'rate' && agreed.per !== most.per);
  if (!isAlike) return `${own} cannot be compared with ${bound}, ${MOST}`;
  return amountOf(agreed) > amountOf(most) ? `${own} is more than ${bound}, ${MOST}` : undefined;
}

function amountOf(quantity: Exclude<Quantity, { of: 'unlimited' }>): number {
  return quantity.of === 'time' ? quantity.seconds : quantity.count;
}
