import { nearest, type Description } from '@tamarack/core';

/** The sentence that refuses a level that the description does not have; undefined where it has it. */
export function unknownLevel(level: string, { levels }: Pick<Description, 'levels'>): string | undefined {
  if (Object.hasOwn(levels, level)) return undefined;
  const names = Object.keys(levels);
  const near = nearest(level, names);
  const hint = near === undefined ? `it has ${names.join(', ')}` : `did you mean "${near}"?`;
  return `the description has no level "${level}"; ${hint}`;
}
