import { explainDate } from './explain-date.ts';
import { clip, joinSame, overlay } from './piece.ts';
import { localDay } from './zone-table.ts';
import type { Calendar, UnionCalendar, WeeklyCalendar } from './calendar.ts';
import type { PartCause } from './cause.ts';
import type { Piece } from './piece.ts';

/** Every moment between two instants (epoch seconds) with its cause, in order and without gaps. */
export function explain(calendar: Calendar, from: number, to: number): Piece[] {
  if (to <= from) return [];
  return joinSame(calendar.kind === 'weekly' ? explainWeekly(calendar, from, to) : explainUnion(calendar, from, to));
}

function explainWeekly(calendar: WeeklyCalendar, from: number, to: number): Piece[] {
  // Two dates more on each side: an interval may reach in past midnight, a zone may skip a date.
  const first = localDay(calendar.zone, from) - 2;
  const last = localDay(calendar.zone, to) + 2;
  const dates = Array.from({ length: last - first + 1 }, (_, i) => explainDate(calendar, first + i));
  const inOrder = (pieces: readonly Piece[]): Piece[] => pieces.toSorted((a, b) => a.from - b.from);
  const closed = overlay(
    dates.map((date) => date.whole),
    inOrder(dates.flatMap((date) => date.taken)),
  );
  return clip(overlay(closed, inOrder(dates.flatMap((date) => date.open))), from, to);
}

function explainUnion(calendar: UnionCalendar, from: number, to: number): Piece[] {
  const columns = calendar.parts.map((part, i) => ({
    name: part.name ?? `part ${i + 1}`,
    pieces: explain(part, from, to),
    at: 0,
  }));
  const edges = new Set(columns.flatMap((column) => column.pieces.map((piece) => piece.to)));
  const result: Piece[] = [];
  let start = from;
  for (const end of [...edges].toSorted((a, b) => a - b)) {
    const open: string[] = [];
    const parts: PartCause[] = [];
    for (const column of columns) {
      while ((column.pieces[column.at]?.to ?? Number.POSITIVE_INFINITY) <= start) column.at++;
      const piece = column.pieces[column.at];
      if (piece?.open) open.push(column.name);
      else if (piece) parts.push({ calendar: column.name, cause: piece.cause });
    }
    result.push(
      open.length > 0
        ? { from: start, to: end, open: true, cause: { kind: 'open', calendars: open } }
        : { from: start, to: end, open: false, cause: { kind: 'every-part-closed', parts } },
    );
    start = end;
  }
  return result;
}
