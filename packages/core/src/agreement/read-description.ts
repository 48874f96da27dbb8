/** Text → a service description that can run, and everything that there is to say about it. */
import type { Calendar } from '../calendar/calendar.ts';
import type { HolidayLists } from '../calendar/holiday-lists.ts';
import { readCalendars } from './calendars-of.ts';
import { checkDescription } from './checks/check-description.ts';
import type { Diagnostic } from './diagnostics.ts';
import type { Description } from './grammar/description.ts';
import { readPartial } from './partial-description.ts';
import { placeFindings } from './yaml/locate.ts';
import { parseYaml } from './yaml/parse-yaml.ts';

/** A description without errors, with its calendars made ready. */
export type ReadyDescription = { readonly description: Description; readonly calendars: ReadonlyMap<string, Calendar> };

export type DescriptionReading = {
  /** There where no finding is an error. */
  readonly ready: ReadyDescription | undefined;
  /** Sorted by place, errors and warnings together. */
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Reads a description. All findings of one run are returned: of the text, the grammar, the
 * calendars and the names. `holidayLists` answers for calendars that take holidays from a country.
 */
export function readDescription(text: string, holidayLists?: HolidayLists): DescriptionReading {
  const { value, source, diagnostics } = parseYaml(text);
  if (value === undefined) return { ready: undefined, diagnostics: sorted(diagnostics) };
  const partial = readPartial(value);
  const calendars = readCalendars(value, holidayLists);
  const checked = partial.description ? checkDescription(partial.description, value) : [];
  const placed = placeFindings(source, [...partial.findings, ...calendars.findings, ...checked]);
  const all = [...diagnostics, ...placed];
  const broken = all.some((finding) => finding.level === 'error');
  const shown = broken ? all.filter((finding) => finding.level === 'error' || finding.code.startsWith('yaml.')) : all;
  const ready =
    broken || !partial.description ? undefined : { description: partial.description, calendars: calendars.calendars };
  return { ready, diagnostics: sorted(shown) };
}

function sorted(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) => a.start.line - b.start.line || a.start.column - b.start.column || byText(a.code, b.code),
  );
}

/** By code unit: `localeCompare` would load its tables for it, a twentieth of the whole command's time. */
function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
