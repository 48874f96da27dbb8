/** Closed time over several dates is one stretch to a reader, with several causes. */
import type { ClockSegment } from '../deadline/explain-clock.ts';

/** Segments with neighbouring closed ones joined, on either side of `now`. */
export function joinClosed(segments: readonly ClockSegment[], now: number): ClockSegment[] {
  const runs: ClockSegment[][] = [];
  for (const segment of segments) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const goesOn =
      last?.kind === 'closed' && segment.kind === 'closed' && last.to === segment.from && segment.from !== now;
    if (run && goesOn) run.push(segment);
    else runs.push([segment]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    return first ? [{ ...first, to: run.at(-1)?.to ?? first.to, cause: causesOf(run) }] : [];
  });
}

const CLOSED = 'closed: ';
const NO_HOURS = 'closed: no hours on ';

/** "closed: outside hours, no hours on Saturday, Sunday; holiday: Easter Monday". */
function causesOf(run: readonly ClockSegment[]): string {
  const causes = [...new Set(run.map(({ cause }) => cause))];
  const days = causes.filter((cause) => cause.startsWith(NO_HOURS)).map((cause) => cause.slice(NO_HOURS.length));
  const hours = causes
    .filter((cause) => cause.startsWith(CLOSED) && !cause.startsWith(NO_HOURS))
    .map((cause) => cause.slice(CLOSED.length));
  const others = causes.filter((cause) => !cause.startsWith(CLOSED));
  const closed = [...hours, ...(days.length > 0 ? [`no hours on ${days.join(', ')}`] : [])].join(', ');
  return [...(closed === '' ? [] : [`${CLOSED}${closed}`]), ...others].join('; ');
}
