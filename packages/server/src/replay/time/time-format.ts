/**
 * Times as logs write them. A format is compiled once into steps that walk the text by character codes: a log has one
 * or more times in every row, and asking Temporal or a regular expression for each would cost more than the clocks do.
 */
const NAMED = ['iso', 'epoch-seconds', 'epoch-milliseconds'] as const;

const TOKENS = {
  yyyy: { field: 'year', least: 4, most: 4 },
  MM: { field: 'month', least: 2, most: 2 },
  M: { field: 'month', least: 1, most: 2 },
  dd: { field: 'day', least: 2, most: 2 },
  d: { field: 'day', least: 1, most: 2 },
  HH: { field: 'hour', least: 2, most: 2 },
  H: { field: 'hour', least: 1, most: 2 },
  hh: { field: 'half', least: 2, most: 2 },
  h: { field: 'half', least: 1, most: 2 },
  mm: { field: 'minute', least: 2, most: 2 },
  ss: { field: 'second', least: 2, most: 2 },
  a: { field: 'noon', least: 2, most: 2 },
} as const;

const TOKEN = /yyyy|MM|M|dd|d|HH|H|hh|h|mm|ss|a|T|[a-zA-Z]+|[^a-zA-Z]/g;

const EXPECTED = `${NAMED.join(', ')}, or tokens such as d/M/yyyy HH:mm (${Object.keys(TOKENS).join(', ')})`;

/** What a text says: an instant in epoch seconds, or a wall time in seconds since 1970-01-01T00:00 of the wall. */
export type TimeFormat =
  | {
      readonly ok: true;
      readonly needsZone: boolean;
      readonly read: (text: string, instantOfWall: (wall: number) => number) => number;
    }
  | { readonly ok: false; readonly sentence: string; readonly expected: string };

/** Makes a format ready. Its `read` gives epoch seconds, NaN where the text is no such time. */
export function readTimeFormat(format: string): TimeFormat {
  switch (format) {
    case 'iso':
      return { ok: true, needsZone: false, read: readIso };
    case 'epoch-seconds':
      return { ok: true, needsZone: false, read: (text) => readEpoch(text, 1) };
    case 'epoch-milliseconds':
      return { ok: true, needsZone: false, read: (text) => readEpoch(text, 1000) };
    default:
      return compile(format);
  }
}

type Field = (typeof TOKENS)[keyof typeof TOKENS]['field'];
interface Step {
  /** Undefined where a literal character stands. */
  readonly field: Field | undefined;
  readonly least: number;
  readonly most: number;
  readonly code: number;
}

function compile(format: string): TimeFormat {
  const steps: Step[] = [];
  for (const [token] of format.matchAll(TOKEN)) {
    if (isToken(token)) steps.push({ ...TOKENS[token], code: 0 });
    else if (/^[a-zA-Z]+$/.test(token) && token !== 'T') {
      return { ok: false, sentence: `"${token}" is no token of a time`, expected: EXPECTED };
    } else steps.push({ field: undefined, least: 1, most: 1, code: token.charCodeAt(0) });
  }
  const fields = steps.map(({ field }) => field);
  const missing = (['year', 'month', 'day'] as const).find((field) => !fields.includes(field));
  if (missing !== undefined)
    return { ok: false, sentence: `"${format}" leaves out the ${missing}`, expected: EXPECTED };
  if (fields.includes('half') !== fields.includes('noon')) {
    return { ok: false, sentence: `"${format}" needs h and a together`, expected: EXPECTED };
  }
  const twice = fields.find((field, i) => field !== undefined && fields.indexOf(field) !== i);
  if (twice !== undefined) return { ok: false, sentence: `"${format}" has the ${twice} twice`, expected: EXPECTED };
  return {
    ok: true,
    needsZone: true,
    read: (text, instantOfWall) => {
      const wall = walk(steps, text);
      return Number.isNaN(wall) ? wall : instantOfWall(wall);
    },
  };
}

function isToken(token: string): token is keyof typeof TOKENS {
  return Object.hasOwn(TOKENS, token);
}

function walk(steps: readonly Step[], text: string): number {
  let at = 0;
  let [year, month, day, hour, minute, second] = [0, 0, 0, 0, 0, 0];
  let afternoon = -1;
  for (const step of steps) {
    if (step.field === undefined) {
      if (text.charCodeAt(at) !== step.code) return Number.NaN;
      at += 1;
      continue;
    }
    if (step.field === 'noon') {
      const half = text.slice(at, at + 2).toUpperCase();
      if (half !== 'AM' && half !== 'PM') return Number.NaN;
      afternoon = half === 'PM' ? 12 : 0;
      at += 2;
      continue;
    }
    let value = 0;
    let digits = 0;
    for (; digits < step.most; digits += 1) {
      const digit = text.charCodeAt(at) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
      at += 1;
    }
    if (digits < step.least) return Number.NaN;
    switch (step.field) {
      case 'year':
        year = value;
        break;
      case 'month':
        month = value;
        break;
      case 'day':
        day = value;
        break;
      case 'hour':
        hour = value;
        break;
      case 'half':
        if (value < 1 || value > 12) return Number.NaN;
        hour = value % 12;
        break;
      case 'minute':
        minute = value;
        break;
      case 'second':
        second = value;
        break;
    }
  }
  if (at !== text.length || hour > 23 || minute > 59 || second > 59) return Number.NaN;
  if (afternoon > 0) hour += afternoon;
  return wallSeconds(year, month, day) + hour * 3600 + minute * 60 + second;
}

const MONTH_DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Midnight of a date of the Gregorian calendar; NaN where there is no such date, or outside 1800 to 2499. */
function wallSeconds(year: number, month: number, day: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = (MONTH_DAYS[month] ?? 0) + (leap && month === 2 ? 1 : 0);
  if (year < 1800 || year > 2499 || day < 1 || day > days) return Number.NaN;
  return Date.UTC(year, month - 1, day) / 1000;
}

const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(\.\d+)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

function readIso(text: string, instantOfWall: (wall: number) => number): number {
  const match = ISO.exec(text);
  if (!match) return Number.NaN;
  const [, date = '', time = '', seconds = ':00', , offset = ''] = match;
  const at = Date.parse(`${date}T${time}${seconds}Z`) / 1000;
  const wall =
    Number(date.slice(0, 4)) >= 1800 && new Date(at * 1000).getUTCDate() === Number(date.slice(8)) ? at : Number.NaN;
  if (Number.isNaN(wall) || /^z$/i.test(offset)) return wall;
  if (offset === '') return instantOfWall(wall);
  const sign = offset.startsWith('-') ? 1 : -1;
  const digits = offset.replace(/\D/g, '').padEnd(4, '0');
  return wall + sign * (Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60);
}

const FIRST = -5_364_662_400; // 1800
const LAST = 16_725_225_600; // 2500

function readEpoch(text: string, unit: number): number {
  if (!/^-?\d{1,15}$/.test(text)) return Number.NaN;
  const seconds = Math.floor(Number(text) / unit);
  return seconds >= FIRST && seconds < LAST ? seconds : Number.NaN;
}
