/** Durations for people: "3 d 4 h", two units at most; and targets as the language writes them. */
import type { Term } from '@tamarack/core';

const UNITS = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
] as const;

/** Seconds in at most two units next to each other, the smaller one rounded down. */
export function shortDuration(seconds: number): string {
  const whole = Math.floor(seconds);
  for (const [i, [size, unit]] of UNITS.entries()) {
    if (whole < size) continue;
    const next = UNITS[i + 1];
    const rest = next ? Math.floor((whole % size) / next[0]) : 0;
    return `${Math.floor(whole / size)} ${unit}${next && rest > 0 ? ` ${rest} ${next[1]}` : ''}`;
  }
  return '0 s';
}

type Settled = ReturnType<Term['duration']>;

/** "30 minutes", "2 business days", "on request"; `null` where nothing is promised. */
export function targetWords(settled: Settled): string | null {
  if (settled.is === 'on-request') return 'on request';
  if (settled.is === 'none') return null;
  const { value } = settled;
  switch (value.counts) {
    case 'working-time':
      return clockWords(value.seconds);
    case 'business-days':
      return plural(value.days, 'business day');
    case 'calendar':
      return plural(value.count, value.unit);
  }
}

function clockWords(seconds: number): string {
  const parts: string[] = [];
  let rest = seconds;
  for (const [size, unit] of [
    [3600, 'hour'],
    [60, 'minute'],
    [1, 'second'],
  ] as const) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(plural(count, unit));
    rest %= size;
  }
  return parts.join(' ');
}

export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
