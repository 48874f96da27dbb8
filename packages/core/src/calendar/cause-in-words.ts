import { WEEKDAY_NAMES } from './weekday.ts';
import type { Cause } from './cause.ts';

/**
 * A cause as a reader says it: "open", "closed: outside hours", "closed: no hours on Sunday",
 * "holiday: Easter Monday (DE-BY, list date-holidays 3.37.0)".
 */
export function causeInWords(cause: Cause): string {
  switch (cause.kind) {
    case 'open':
      return cause.calendars ? `open: ${cause.calendars.join(', ')}` : openInWords(cause.exception);
    case 'outside-hours':
      return 'closed: outside hours';
    case 'no-hours':
      return `closed: no hours on ${WEEKDAY_NAMES[cause.weekday]}`;
    case 'holiday': {
      const list = cause.list === undefined ? undefined : `list ${cause.list}`;
      const source = [cause.country, list].filter((part) => part !== undefined).join(', ');
      return source === '' ? `holiday: ${cause.name}` : `holiday: ${cause.name} (${source})`;
    }
    case 'exception':
      return cause.name === undefined ? 'closed: exception' : `closed: exception (${cause.name})`;
    case 'every-part-closed':
      return cause.parts.map((part) => `${part.calendar}: ${causeInWords(part.cause)}`).join('; ');
  }
}

function openInWords(exception: string | undefined): string {
  return exception === undefined ? 'open' : `open: exception (${exception})`;
}
