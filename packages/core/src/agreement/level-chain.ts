/** Levels and what they include. */
type Levels = Readonly<Record<string, { readonly includes?: string | undefined }>>;

/** A level followed by those that it includes, nearest first; a circle ends where it closes. */
export function levelChain(levels: Levels, level: string): string[] {
  const chain: string[] = [];
  let next: string | undefined = level;
  while (next !== undefined && !chain.includes(next) && Object.hasOwn(levels, next)) {
    chain.push(next);
    next = levels[next]?.includes;
  }
  return chain;
}

/** Whether a clause for these levels belongs to `level`; a clause without levels belongs to all. */
export function belongsTo(levels: Levels, clauseLevels: readonly string[] | undefined, level: string): boolean {
  return clauseLevels === undefined || levelChain(levels, level).some((included) => clauseLevels.includes(included));
}
