/** One calendar, at `calendars.<name>`: more open time is good for the customer unless a duty of its own counts on it. */
import { weekInWords } from '../../calendar/describe-hours.ts';
import type { Description } from '../grammar/description.ts';
import { calendarTitle, sideOf } from '../in-words/owner-in-words.ts';
import { compareCalendars, weekOf } from './compare-calendars.ts';
import { difference, type Difference, type Place } from './difference.ts';
import { sameValue } from './same-value.ts';
import { shown } from './shown.ts';
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
  const words = { before: hoursInWords(before), after: hoursInWords(after), label: 'the hours' };
  return [difference(place, written ? 'neutral' : verdictOf(direction, clear ? 1 : 0), words)];
}

/** "Monday to Friday 09:00–17:00; Saturday and Sunday closed, Europe/Oslo", with what else the calendar says. */
function hoursInWords(shape: Description['calendars'][string]): string {
  if ('union' in shape)
    return `open whenever any of these is: ${shape.union.map((part) => (typeof part === 'string' ? calendarTitle(part) : hoursInWords(part))).join('; ')}`;
  const hours = shape.weekly === '24x7' ? 'at all hours' : weekInWords(weekOf(shape));
  const more = [
    shape.holidays ? `holidays: ${shown(shape.holidays)}` : '',
    shape.exceptions ? `exceptions: ${shown(shape.exceptions)}` : '',
  ];
  return [`${hours}, ${shape.zone}`, ...more.filter((part) => part !== '')].join('; ');
}
