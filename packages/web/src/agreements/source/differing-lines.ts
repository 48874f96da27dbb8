/** A line that both texts have, or only one of them; `gap` stands for lines alike that are left out. */
export type DifferingLine = { readonly text: string; readonly only: 'mine' | 'theirs' | 'both' | 'gap' };

const AROUND = 2;
/** Beyond this many pairs of lines the parts in between are shown whole, for the table would take seconds. */
const MOST_PAIRS = 4_000_000;

/** The lines in which two texts differ, each with the two lines around it: the longest common part stays together. */
export function differingLines(mine: string, theirs: string): readonly DifferingLine[] {
  return withoutRest(alignedLines(mine.split('\n'), theirs.split('\n')));
}

function alignedLines(mine: readonly string[], theirs: readonly string[]): readonly DifferingLine[] {
  let head = 0;
  while (head < mine.length && head < theirs.length && mine[head] === theirs[head]) head += 1;
  let tail = 0;
  const shortest = Math.min(mine.length, theirs.length) - head;
  while (tail < shortest && mine.at(-1 - tail) === theirs.at(-1 - tail)) tail += 1;
  const both = (text: string) => ({ text, only: 'both' as const });
  return [
    ...mine.slice(0, head).map(both),
    ...between(mine.slice(head, mine.length - tail), theirs.slice(head, theirs.length - tail)),
    ...mine.slice(mine.length - tail).map(both),
  ];
}

function between(mine: readonly string[], theirs: readonly string[]): readonly DifferingLine[] {
  if (mine.length * theirs.length > MOST_PAIRS)
    return [
      ...mine.map((text) => ({ text, only: 'mine' as const })),
      ...theirs.map((text) => ({ text, only: 'theirs' as const })),
    ];
  const width = theirs.length + 1;
  // The longest common part of what follows row and column.
  const common = new Uint32Array((mine.length + 1) * width);
  const at = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = mine.length - 1; row >= 0; row -= 1)
    for (let column = theirs.length - 1; column >= 0; column -= 1)
      common[row * width + column] =
        mine[row] === theirs[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const lines: DifferingLine[] = [];
  let [row, column] = [0, 0];
  while (row < mine.length || column < theirs.length) {
    const [own, other] = [mine[row], theirs[column]];
    if (own !== undefined && own === other) {
      lines.push({ text: own, only: 'both' });
      row += 1;
      column += 1;
    } else if (other === undefined || (own !== undefined && at(row + 1, column) >= at(row, column + 1))) {
      lines.push({ text: own ?? '', only: 'mine' });
      row += 1;
    } else {
      lines.push({ text: other, only: 'theirs' });
      column += 1;
    }
  }
  return lines;
}

function withoutRest(lines: readonly DifferingLine[]): readonly DifferingLine[] {
  const isNear = lines.map((_, index) =>
    lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ only }) => only !== 'both'),
  );
  return lines.flatMap((line, index) => {
    if (isNear[index]) return [line];
    return index > 0 && isNear[index - 1] ? [{ text: '', only: 'gap' as const }] : [];
  });
}
