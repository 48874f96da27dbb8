/** What a limit allows: "8 hours", "10", "once a day", "unlimited". */
import { wordOrNumber, type Reading } from './word.ts';
import { CALENDAR_UNITS, plural, secondsInWords, type CalendarUnit } from './duration.ts';

export type Quantity =
  | { readonly of: 'time'; readonly seconds: number }
  | { readonly of: 'count'; readonly count: number }
  | { readonly of: 'rate'; readonly count: number; readonly per: CalendarUnit }
  | { readonly of: 'unlimited' };

const RATE = /^(once|twice|(\d{1,6}) times) an? (day|week|month|quarter|year)$/;

/** Reads what a limit allows. */
export function readQuantity(text: string): Reading<Quantity> {
  const plain = text.trim();
  if (plain === 'unlimited') return { ok: true, value: { of: 'unlimited' } };
  const time = /^(\d{1,6}) (hour|minute)s?$/.exec(plain);
  if (time) return { ok: true, value: { of: 'time', seconds: Number(time[1]) * (time[2] === 'hour' ? 3600 : 60) } };
  if (/^\d{1,9}$/.test(plain)) return { ok: true, value: { of: 'count', count: Number(plain) } };
  const rate = RATE.exec(plain);
  const per = CALENDAR_UNITS.find((known) => known === rate?.[3]);
  if (rate && per) return { ok: true, value: { of: 'rate', count: rateCount(rate[1], rate[2]), per } };
  return {
    ok: false,
    sentence: `"${plain}" is not something that can be limited`,
    expected: 'hours ("8 hours"), a count ("10"), how often ("once a day") or "unlimited"',
  };
}

function rateCount(wordOf: string | undefined, digits: string | undefined): number {
  if (wordOf === 'once') return 1;
  return wordOf === 'twice' ? 2 : Number(digits);
}

/** The words of a quantity. */
export function quantityInWords(quantity: Quantity): string {
  switch (quantity.of) {
    case 'time':
      return secondsInWords(quantity.seconds);
    case 'count':
      return String(quantity.count);
    case 'rate':
      return `${quantity.count === 1 ? 'once' : quantity.count === 2 ? 'twice' : plural(quantity.count, 'time')} a ${quantity.per}`;
    case 'unlimited':
      return 'without limit';
  }
}

export const quantityWord = wordOrNumber(readQuantity, {
  id: 'quantity',
  description: 'What a limit allows: hours, a count, how often, or "unlimited".',
  examples: ['8 hours', '10', 'once a day', 'unlimited'],
});
