import { type Clock, clocksOf } from '@tamarack/core';
import { answered, refused, unknownName, type Answer } from './answer.ts';
import type { Chosen } from './choose-terms.ts';
import type { Question } from './question.ts';

const MOST_NAMED = 10;

/** The clocks of the one subject that is meant, the oldest first; none where nothing has been opened. */
export function chooseClocks(
  { terms, term }: Chosen,
  { facts, now }: Question,
  subject: string | undefined,
): Answer<readonly Clock[]> {
  const clocks = clocksOf(terms, term, facts, now);
  const subjects = [...new Set(clocks.map((clock) => clock.subject))];
  if (subject !== undefined) {
    const chosen = clocks.filter((clock) => clock.subject === subject);
    return chosen.length > 0 || clocks.length === 0
      ? answered(chosen)
      : unknownName('subject with a clock of this promise', subject, subjects.slice(0, MOST_NAMED));
  }
  if (subjects.length < 2) return answered(clocks);
  const more = subjects.length > MOST_NAMED ? ` … (${subjects.length} in all)` : '';
  return refused(
    `The facts are of several subjects: ${subjects.slice(0, MOST_NAMED).join(', ')}${more}. Name one with --subject.`,
  );
}
