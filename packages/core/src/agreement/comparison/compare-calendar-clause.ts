/** One calendar, at `calendars.<name>`: more open time is good for the customer unless a duty of its own counts on it. */
import { compareCalendars } from './compare-calendars.ts';
import { difference, type Difference, type Place } from './difference.ts';
import { sideOf } from '../in-words/owner-in-words.ts';
import { sameValue } from './same-value.ts';
import { verdictOf } from './verdict.ts';

/** The difference of a calendar. */
export function compareCalendarClause(place: Place): Difference[] {
  const name = place.path[1] ?? '';
  const [before, after] = [place.old.calendars[name], place.new.calendars[name]];
  if (!before || !after) return [difference(place, 'cannot tell')];
  const clear = ![place.old, place.new].some(({ promises }) =>
    Object.values(promises).some((promise) => {
      const uses =
        promise.calendar !== undefined &&
        (promise.calendar.hours === name || promise.calendar['business-days'] === name);
      return uses && (sideOf(promise.by) !== 'provider' || promise.form === 'before' || promise.form === 'limit');
    }),
  );
  const direction = compareCalendars(before, after);
  const written = direction === 'same' && !sameValue(before, after);
  return [difference(place, written ? 'neutral' : verdictOf(direction, clear ? 1 : 0))];
}
