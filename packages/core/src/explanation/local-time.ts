/**
 * Instants as a reader in one zone says them. Dates and times come from the zone's table and words
 * of our own, so that they are the same under every locale and release; only the abbreviation of
 * the zone is asked of Intl, in British English, and an offset stands where there is none.
 */
import { civilDate } from '../calendar/civil-day.ts';
import { weekdayOf, WEEKDAY_NAMES } from '../calendar/weekday.ts';
import { localDay, offsetAt, wallOf, type ZoneTable } from '../calendar/zone-table.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** "Fri 20 Nov" of a day number. */
export function dayText(dayNo: number): string {
  const { month, day } = civilDate(dayNo);
  return `${WEEKDAY_NAMES[weekdayOf(dayNo)].slice(0, 3)} ${day} ${MONTHS[month - 1] ?? ''}`;
}

/** "Fri 20 Nov 2026" of a day number. */
export function dayYearText(dayNo: number): string {
  return `${dayText(dayNo)} ${civilDate(dayNo).year}`;
}

/** "Nov 2026" of a day number. */
export function monthText(dayNo: number): string {
  const { year, month } = civilDate(dayNo);
  return `${MONTHS[month - 1] ?? ''} ${year}`;
}

/** "17:00"; seconds where there are any. */
export function timeText(zone: ZoneTable, at: number): string {
  const ofDay = wallOf(zone, at) - localDay(zone, at) * 86_400;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const seconds = ofDay % 60;
  return `${two(ofDay / 3600)}:${two((ofDay % 3600) / 60)}${seconds === 0 ? '' : `:${two(seconds)}`}`;
}

/** "CET", "BST"; "UTC-5" for zones that British English has no abbreviation for. */
function zoneText(zone: ZoneTable, at: number): string {
  const named = formatOf(zone.zone)
    .formatToParts(at * 1000)
    .find(({ type }) => type === 'timeZoneName');
  const text = named?.value ?? 'UTC';
  return /^GMT[+-]/.test(text) ? text.replace('GMT', 'UTC') : text;
}

/** "Tue 24 Nov 2026 09:30 CET (08:30 UTC)". */
export function momentInWords(zone: ZoneTable, at: number): string {
  const local = `${dayYearText(localDay(zone, at))} ${timeText(zone, at)} ${zoneText(zone, at)}`;
  if (offsetAt(zone, at) === 0) return local;
  const utcDay = Math.floor(at / 86_400);
  const date = utcDay === localDay(zone, at) ? '' : `${dayText(utcDay)} `;
  return `${local} (${date}${utcTimeText(at)} UTC)`;
}

/** "Tue 24 Nov 09:30 CET", with the year where it is not the one given. */
export function shortMoment(zone: ZoneTable, at: number, year: number): string {
  return `${dateIn(zone, at, year)} ${timeText(zone, at)} ${zoneText(zone, at)}`;
}

/** "Fri 20 Nov 17:00 – Mon 23 Nov 09:00 CET"; the end's date only where it is another. */
export function rangeInWords(zone: ZoneTable, from: number, to: number, year: number): string {
  const [before, after] = [zoneText(zone, from), zoneText(zone, to)];
  const begins = `${dateIn(zone, from, year)} ${timeText(zone, from)}${before === after ? '' : ` ${before}`}`;
  const date = localDay(zone, from) === localDay(zone, to) ? '' : `${dateIn(zone, to, yearOf(zone, from))} `;
  return `${begins} – ${date}${timeText(zone, to)} ${after}`;
}

/** The year of an instant on the zone's wall. */
export function yearOf(zone: ZoneTable, at: number): number {
  return civilDate(localDay(zone, at)).year;
}

function dateIn(zone: ZoneTable, at: number, year: number): string {
  const day = localDay(zone, at);
  return civilDate(day).year === year ? dayText(day) : dayYearText(day);
}

function utcTimeText(at: number): string {
  const iso = Temporal.Instant.fromEpochMilliseconds(at * 1000).toString();
  const time = iso.slice(iso.indexOf('T') + 1, -1);
  return time.endsWith(':00') ? time.slice(0, 5) : time;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' });
    formats.set(zone, format);
  }
  return format;
}
