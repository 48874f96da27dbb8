/** Bounds of deviations that contradict each other or the promise that they are about. */
import { compareDurations, type LengthComparison } from '../compare-durations.ts';
import type { Finding } from '../diagnostics.ts';
import type { Description } from '../grammar/description.ts';
import type { PromiseClause } from '../grammar/promise.ts';
import { levelChain } from '../level-chain.ts';
import { durationInWords, type Duration } from '../words/duration.ts';
import { cellAt, cellsOf, type Table } from '../words/table.ts';
import { timesInWords, type Times } from '../words/times.ts';
import { targetOf } from './tables.ts';

/** Checks each bound against the target and against the other bound, cell by cell. */
export function checkDeviations(description: Description): Finding[] {
  return Object.entries(description.promises).flatMap(([name, promise]) => {
    const { tightest, loosest, least, most } = promise.deviation ?? {};
    const path = ['promises', name, 'deviation'];
    const target = durationsOf(promise);
    const [shorter, longer] =
      promise.form === 'before' ? (['longer', 'shorter'] as const) : (['shorter', 'longer'] as const);
    const lengths = (
      bound: Table<Duration> | undefined,
      key: string,
      wrong: LengthComparison,
      others: Others<Duration>,
    ) => contradictions(description, bound, [...path, key], others, (own, other) => lengthProblem(own, other, wrong));
    const counts = (bound: Table<Times> | undefined, key: string, others: Others<Times>, isWrong: IsWrong) =>
      contradictions(description, bound, [...path, key], others, (own, other) =>
        isWrong(own, other) ? [timesInWords(own), `contradicts ${timesInWords(other)}`] : undefined,
      );
    const times = promise.form === 'count' ? promise.times : undefined;
    return [
      ...lengths(tightest, 'tightest', longer, { 'the promise': target, loosest }),
      ...lengths(loosest, 'loosest', shorter, { 'the promise': target }),
      ...counts(least, 'least', { 'the promise': times, most }, (own, other) => own.least > other.least),
      ...counts(most, 'most', { 'the promise': times }, (own, other) => mostOf(own) < (other.most ?? other.least)),
    ];
  });
}

const INCOMPARABLE = 'cannot be compared with';

type Others<T> = Readonly<Record<string, Table<T> | undefined>>;
type IsWrong = (own: Times, other: Times) => boolean;

function durationsOf(promise: PromiseClause): Table<Duration> | undefined {
  if (promise.form === 'before') return promise.ahead;
  const target = targetOf(promise);
  return target?.of === 'duration' ? target.table : undefined;
}

function mostOf({ most = Number.POSITIVE_INFINITY }: Times): number {
  return most;
}

function lengthProblem(own: Duration, other: Duration, wrong: LengthComparison): readonly [string, string] | undefined {
  const found = compareDurations(own, other);
  if (found === 'cannot tell') return [durationInWords(own), `${INCOMPARABLE} ${durationInWords(other)}`];
  return found === wrong ? [durationInWords(own), `is ${found} than ${durationInWords(other)}`] : undefined;
}

/** One finding for each cell of a bound that contradicts a cell which holds for the same level and severity. */
function contradictions<T>(
  { levels, severities }: Description,
  bound: Table<T> | undefined,
  path: readonly string[],
  others: Others<T>,
  problemOf: (own: T, other: T) => readonly [string, string] | undefined,
): Finding[] {
  if (!bound) return [];
  const numbers = [undefined, ...Object.keys(severities?.list ?? {}).map(Number)];
  return cellsOf(bound).flatMap(({ level, severity, cell }): Finding[] => {
    if (cell.cell !== 'value') return [];
    for (const [called, other] of Object.entries(others)) {
      if (!other) continue;
      const held = (level === undefined ? Object.keys(levels) : [level]).flatMap((at) =>
        (severity === undefined ? numbers : [severity]).map((number) => cellAt(other, levelChain(levels, at), number)),
      );
      const problems = held.flatMap((against) =>
        against?.cell === 'value' ? [problemOf(cell.value, against.value)] : [],
      );
      const [first] = problems;
      // One bound for all may be comparable with some targets only: it stands for those.
      const problem =
        problems.find((found) => found && !found[1].startsWith(INCOMPARABLE)) ??
        (problems.every((found) => found !== undefined) ? first : undefined);
      if (!problem) continue;
      const inner = [level, severity?.toString()].filter((step) => step !== undefined);
      const [own, says] = problem;
      const whose = called === 'the promise' ? 'the promise itself' : `\`${called}\``;
      return [
        {
          code: 'parameter.bounds',
          path: [...path, ...inner],
          sentence: `${own} as \`${path.at(-1) ?? ''}\` ${says}, which is ${whose}`,
          expected: 'bounds between which the promise itself lies',
        },
      ];
    }
    return [];
  });
}
