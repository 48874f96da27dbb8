/** Words for instants and durations. Everything is handed in: the present, the zone. */
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "in 4 min", "2 h ago", "in 3 d"; within half a minute "now". Whole units, cut and not rounded: "in 1 h" is never less. */
export function relativeWords(atMs: number, nowMs: number): string {
  const seconds = Math.trunc((atMs - nowMs) / 1000);
  const far = Math.abs(seconds);
  if (far < MINUTE / 2) return 'now';
  const words = largestUnit(far);
  return seconds > 0 ? `in ${words}` : `${words} ago`;
}

function largestUnit(seconds: number): string {
  if (seconds < MINUTE) return '1 min';
  if (seconds < HOUR) return `${Math.trunc(seconds / MINUTE)} min`;
  if (seconds < 2 * DAY) return `${Math.trunc(seconds / HOUR)} h`;
  return `${Math.trunc(seconds / DAY)} d`;
}

/** "2 d 4 h", "1 h 05 min", "45 s": the two largest units. */
export function durationWords(totalSeconds: number): string {
  const seconds = Math.trunc(Math.abs(totalSeconds));
  const sign = totalSeconds < 0 ? '−' : '';
  if (seconds < MINUTE) return `${sign}${seconds} s`;
  if (seconds < HOUR) return `${sign}${Math.trunc(seconds / MINUTE)} min`;
  if (seconds < DAY) return `${sign}${pair(seconds, HOUR, 'h', MINUTE, 'min')}`;
  return `${sign}${pair(seconds, DAY, 'd', HOUR, 'h')}`;
}

function pair(seconds: number, large: number, largeWord: string, small: number, smallWord: string): string {
  const rest = Math.trunc((seconds % large) / small);
  const digits = smallWord === 'min' ? String(rest).padStart(2, '0') : String(rest);
  return `${Math.trunc(seconds / large)} ${largeWord}${rest === 0 ? '' : ` ${digits} ${smallWord}`}`;
}

/** "Sat 21 Nov 2026, 14:05" in a zone. */
export function instantWords(atMs: number, zone: string): string {
  return formatter(zone, { weekday: 'short', ...DATE, hour: '2-digit', minute: '2-digit' }).format(atMs);
}

/** "21 Nov, 14:05", with the year only when it is another one than now. */
export function shortInstantWords(atMs: number, nowMs: number, zone: string): string {
  const year = (ms: number) => formatter(zone, { year: 'numeric' }).format(ms);
  const { day, month } = DATE;
  const sameYear = year(atMs) === year(nowMs);
  return formatter(zone, { ...(sameYear ? { day, month } : DATE), hour: '2-digit', minute: '2-digit' }).format(atMs);
}

/** "21 Nov 2026" in a zone. */
export function dayWords(atMs: number, zone: string): string {
  return formatter(zone, DATE).format(atMs);
}

/** "21 Nov 2026" of a date without a zone ("2026-11-21"). */
export function dateWords(date: string): string {
  return dayWords(Date.parse(`${date}T12:00:00Z`), 'UTC');
}

const DATE = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one costs a hundred times what using one does, and a table shows hundreds. */
function formatter(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${Object.keys(options).join(' ')}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
  formatters.set(key, known);
  return known;
}
