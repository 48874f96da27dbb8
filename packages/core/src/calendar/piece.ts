import { isSameCause } from './cause.ts';
import type { ClosedCause, OpenCause } from './cause.ts';

/** A stretch of time with its cause, in epoch seconds, end exclusive. */
export type Piece =
  | { readonly from: number; readonly to: number; readonly open: true; readonly cause: OpenCause }
  | { readonly from: number; readonly to: number; readonly open: false; readonly cause: ClosedCause };

/**
 * Lays pieces over others: where both are, the upper one shows. Both are sorted by their start;
 * where upper pieces overlap, the earlier one stays.
 */
export function overlay(lower: readonly Piece[], upper: readonly Piece[]): Piece[] {
  const shown = withoutOverlap(upper);
  const result: Piece[] = [];
  let next = 0;
  for (const piece of lower) {
    let from = piece.from;
    while (next < shown.length && (shown[next]?.to ?? 0) <= from) next++;
    for (let i = next; i < shown.length; i++) {
      const over = shown[i];
      if (!over || over.from >= piece.to) break;
      if (over.from > from) result.push({ ...piece, from, to: over.from });
      from = Math.max(from, over.to);
    }
    if (from < piece.to) result.push({ ...piece, from });
  }
  return [...result, ...shown].toSorted((a, b) => a.from - b.from);
}

/** The part of the pieces that lies between two instants. */
export function clip(pieces: readonly Piece[], from: number, to: number): Piece[] {
  return pieces
    .map((piece) => ({ ...piece, from: Math.max(piece.from, from), to: Math.min(piece.to, to) }))
    .filter((piece) => piece.to > piece.from);
}

/** The same pieces with neighbours of the same cause joined. */
export function joinSame(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && last.to === piece.from && isSameCause(last.cause, piece.cause)) {
      joined[joined.length - 1] = { ...last, to: piece.to };
    } else joined.push(piece);
  }
  return joined;
}

function withoutOverlap(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let until = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    if (piece.to <= until) continue;
    result.push({ ...piece, from: Math.max(piece.from, until) });
    until = piece.to;
  }
  return result;
}
