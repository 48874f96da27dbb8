import { addWorkingTime } from '../add-working-time.ts';
import { isOpen } from '../is-open.ts';
import { previousClosing } from '../openings.ts';
import { subtractWorkingTime } from '../subtract-working-time.ts';
import { instantAnswer } from './oracle-calendar.ts';
import { needed } from './oracle-case.ts';
import type { Calendar } from '../calendar.ts';
import type { Answer, OracleCase } from './oracle-case.ts';

/** Conventions of pandas: both ends of an interval count as open; edges roll over (`boundary`). */
export function pandasAnswer(calendar: Calendar, test: OracleCase): Answer {
  const at = Temporal.Instant.from(needed(test.start ?? test.at, test));
  switch (test.op) {
    case 'add':
      return instantAnswer(addWorkingTime(calendar, at, needed(test.amount_s, test)));
    case 'sub':
      return instantAnswer(subtractWorkingTime(calendar, at, needed(test.amount_s, test)));
    case 'is_open_closed_end':
      return isOpen(calendar, at) || instantAnswer(previousClosing(calendar, at)) === at.toString();
    default:
      throw new Error(`${test.id}: no such operation as ${test.op}.`);
  }
}
