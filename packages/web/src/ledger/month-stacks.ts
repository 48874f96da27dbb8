/** The geometry of bars by month: pure, in pixels from the top. */
export type MonthFigures = {
  /** "2026-11" */
  readonly month: string;
  readonly kept: number;
  readonly broken: number;
  readonly waived: number;
};

export type Part = { readonly of: 'kept' | 'waived' | 'broken'; readonly y: number; readonly height: number };
export type Bar = {
  readonly month: string;
  readonly sum: number;
  readonly top: number;
  readonly parts: readonly Part[];
};

/** A year is seen at a glance; what is older stands in the table. */
const SHOWN = 12;
/** Fewer would make bars as wide as doors. */
const LEAST = 6;

/** Stacks each of the last months, those without rows included; kept at the bottom, broken on top where it is seen. */
export function stackMonths(months: readonly MonthFigures[], height: number): readonly Bar[] {
  const shown = withoutGaps(months).slice(-SHOWN);
  const most = Math.max(0, ...shown.map(sumOf));
  const scale = most === 0 ? 0 : height / most;
  return shown.map((figures) => {
    let top = height;
    const parts: Part[] = [];
    for (const of of ['kept', 'waived', 'broken'] as const) {
      if (figures[of] === 0) continue;
      top -= figures[of] * scale;
      parts.push({ of, y: top, height: figures[of] * scale });
    }
    return { month: figures.month, sum: sumOf(figures), top, parts };
  });
}

function sumOf({ kept, broken, waived }: MonthFigures): number {
  return kept + broken + waived;
}

function withoutGaps(months: readonly MonthFigures[]): readonly MonthFigures[] {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const known = new Map(months.map((figures) => [figures.month, figures]));
  const from = Math.min(indexOf(first.month), indexOf(last.month) - LEAST + 1);
  return Array.from({ length: indexOf(last.month) - from + 1 }, (_, offset) => {
    const month = nameOf(from + offset);
    return known.get(month) ?? { month, kept: 0, broken: 0, waived: 0 };
  });
}

function indexOf(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

function nameOf(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** "2026-11" is "Nov 2026", or "Nov" where there is no room. */
export function monthWords(month: string, short: boolean): string {
  const year = short ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC', ...year }).format(
    Date.parse(`${month}-15T00:00:00Z`),
  );
}
