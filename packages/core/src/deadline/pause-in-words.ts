/** Why a clock stands, as a reader says it. */
import type { Condition } from '../agreement/words/condition.ts';
import type { Fact } from './fact.ts';

/** "waiting for the customer since message 4"; other conditions are named as they stand in the promise. */
export function pauseInWords(condition: Condition, fact: Fact): string {
  const message = fact.data?.['message'];
  const since = message === undefined ? '' : ` since message ${message}`;
  return condition.text === 'side = customer' ? `waiting for the customer${since}` : `while ${condition.text}${since}`;
}
