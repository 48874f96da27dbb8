/** Names as they come, and one name for all that come when there are enough. */
export function boundedNames(most: number, other: string) {
  const names = new Set<string>();
  let overflowed = false;
  return {
    name(name: string): string {
      if (names.has(name)) return name;
      if (names.size >= most) {
        overflowed = true;
        return other;
      }
      names.add(name);
      return name;
    },
    /** Whether some names were put together. */
    overflowed: () => overflowed,
  };
}

export const MOST_GROUPS = 500;
export const OTHER_GROUPS = 'other groups';
export const NO_GROUP = 'no group';
export const MOST_MONTHS = 600;
export const OTHER_MONTHS = 'other months';
export const MOST_REASONS = 100;
export const OTHER_REASONS = 'other reasons';
