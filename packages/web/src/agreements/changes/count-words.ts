/** How many changes of each kind, as the API counts them. */
export type Counts = {
  readonly stronger: number;
  readonly weaker: number;
  readonly neutral: number;
  readonly cannotTell: number;
};

/** "2 stronger, 1 weaker, 3 changed"; "nothing changes" where nothing does. */
export function countWords({ stronger, weaker, neutral, cannotTell }: Counts): string {
  const parts = [
    [weaker, 'weaker'],
    [cannotTell, 'to be judged'],
    [stronger, 'stronger'],
    [neutral, 'changed without being either'],
  ] as const;
  const present = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return present.length === 0 ? 'nothing changes' : present.join(', ');
}
