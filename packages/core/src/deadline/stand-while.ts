/** What stops a clock: a condition, watched from fact to fact. */
import { holds, type Condition, type ConditionValue } from '../agreement/words/condition.ts';
import type { Fact } from './fact.ts';
import { pauseInWords } from './pause-in-words.ts';
import { isPaused, pause, resume, type Stopwatch } from './stopwatch.ts';

/**
 * Stops and resumes whatever stopwatch is shown to it, with each fact. One that begins while the condition holds
 * already stands for the reason that the condition was first met, not for the fact that began it.
 */
export function standWhile(
  condition: Condition | undefined,
  ask: (field: string) => ConditionValue | undefined,
): (watch: Stopwatch | undefined, fact: Fact) => void {
  let because: string | undefined;
  return (watch, fact) => {
    if (!condition) return;
    if (holds(condition, ask)) because ??= pauseInWords(condition, fact);
    else because = undefined;
    if (!watch || isPaused(watch) === (because !== undefined)) return;
    if (because === undefined) resume(watch, fact.at);
    else pause(watch, fact.at, because);
  };
}
