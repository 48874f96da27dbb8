/** That "at most once a day" moved a deadline: what the hours alone would give, and why it is later. */
import { quantityInWords } from '../agreement/words/quantity.ts';
import type { Clock } from '../deadline/clock.ts';
import { momentInWords } from './local-time.ts';
import { tableOf, type View } from './view.ts';

/** "Would be due …; moved to … because at most once a day."; undefined where nothing was moved. */
export function movedInWords({ due, movedFrom }: Clock, view: View): string | undefined {
  if (due === undefined || movedFrom === undefined) return undefined;
  const at = (seconds: number) => momentInWords(tableOf(view), seconds);
  return `Would be due ${at(movedFrom)}; moved to ${at(due)} ${becauseAtMost(view)}.`;
}

/** "because at most once a day" */
export function becauseAtMost({ promise }: View): string {
  const most = promise.form === 'update' ? promise['at-most'] : undefined;
  return most ? `because at most ${quantityInWords(most)}` : 'because more often is not allowed';
}
