/** The name of a clock within its contract. */
import type { Clock } from '../deadline/clock.ts';

/**
 * "first-response INC-7 1 2": promise, subject, cycle, turn. Promises have no spaces in their names and the last two are
 * numbers, so that no id of a subject can make two clocks share a key. The same facts give the same keys; a fact that is
 * recorded late may begin a turn between others, and those after it move on by one.
 */
export function clockKey({ promise, subject, cycle, turn }: Clock): string {
  return `${promise} ${subject} ${cycle} ${turn}`;
}
