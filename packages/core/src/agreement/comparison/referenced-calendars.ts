/** What a clause loses or gains when it refers to another calendar. */
import type { Description } from '../grammar/description.ts';
import { compareCalendars } from './compare-calendars.ts';
import type { Place } from './difference.ts';
import { isMapping, keysOf, sameValue } from './same-value.ts';
import { together, type Direction } from './verdict.ts';

/** From one reference (a name, a parameter, or one for hours and one for business days) to another. */
export function referencedCalendars(place: Place, before: unknown, after: unknown): Direction {
  if (isMapping(before) && isMapping(after) && !('parameter' in before) && !('parameter' in after)) {
    return together(
      keysOf(before, after).map((key) =>
        sameValue(before[key], after[key]) ? 'same' : referencedCalendars(place, before[key], after[key]),
      ),
    );
  }
  const [old, young] = [named(place.old, before), named(place.new, after)];
  return old && young ? compareCalendars(old, young) : 'unknown';
}

function named({ calendars }: Description, name: unknown): Description['calendars'][string] | undefined {
  return typeof name === 'string' && Object.hasOwn(calendars, name) ? calendars[name] : undefined;
}
