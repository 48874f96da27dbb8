/** What a change means to the customer. */
export const VERDICTS = ['stronger', 'weaker', 'neutral', 'cannot tell'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Whether the new version gives more or less of something; `same`: only the writing differs. */
export type Direction = 'more' | 'less' | 'same' | 'unknown';

/** 1: more of it is good for the customer; -1: bad; 0: nobody can say. */
export type Polarity = 1 | -1 | 0;

/** What more or less of something means to the customer. */
export function verdictOf(direction: Direction, polarity: Polarity): Verdict {
  if (direction === 'same') return 'neutral';
  if (direction === 'unknown' || polarity === 0) return 'cannot tell';
  return (direction === 'more') === (polarity === 1) ? 'stronger' : 'weaker';
}

/** The direction seen from the other end. */
export function reversed(direction: Direction): Direction {
  switch (direction) {
    case 'more':
      return 'less';
    case 'less':
      return 'more';
    case 'same':
    case 'unknown':
      return direction;
  }
}

/** Directions of several parts as one: they have to agree. */
export function together(directions: readonly Direction[]): Direction {
  const moving = [...new Set(directions.filter((direction) => direction !== 'same'))];
  return moving.length < 2 ? (moving[0] ?? 'same') : 'unknown';
}
