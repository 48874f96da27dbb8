import { DAY, wallTimeText } from './wall-time.ts';
import { WEEKDAYS, WEEKDAY_NAMES } from './weekday.ts';
import type { WallInterval } from './wall-time.ts';

/** "09:00–12:30 and 13:30–17:00"; "closed" where there are none, "all day" for a whole day. */
export function hoursInWords(hours: readonly WallInterval[]): string {
  if (hours.length === 0) return 'closed';
  return listInWords(hours.map(intervalInWords));
}

/** "Monday to Friday 09:00–17:00; Saturday 10:00–14:00; Sunday closed". */
export function weekInWords(weekly: readonly (readonly WallInterval[])[]): string {
  const groups: { words: string; days: number[] }[] = [];
  WEEKDAYS.forEach((_, index) => {
    const words = hoursInWords(weekly[index] ?? []);
    const last = groups.at(-1);
    if (last?.words === words) last.days.push(index);
    else groups.push({ words, days: [index] });
  });
  return groups.map(({ words, days }) => `${daysInWords(days)} ${words}`).join('; ');
}

/** "a", "a and b", "a, b and c". */
export function listInWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function intervalInWords({ from, to }: WallInterval): string {
  if (from === 0 && to === DAY) return 'all day';
  return `${wallTimeText(from)}–${wallTimeText(to)}${to > DAY ? ' of the next day' : ''}`;
}

function daysInWords(days: readonly number[]): string {
  const names = days.map((index) => WEEKDAY_NAMES[WEEKDAYS[index] ?? 'mon']);
  return names.length < 3 ? listInWords(names) : `${names[0]} to ${names.at(-1)}`;
}
