/**
 * Room for the labels above a picture. Each hangs beside a line that goes down to its instant; rows
 * are chosen so that no label lies over another, and no line runs through one where that can be had.
 */
import { shareOfText } from './text-width.ts';

export type Labelled = { readonly place: number; readonly text: string };
export type Placed<T> = {
  readonly item: T;
  /** 0 is the row next to the picture. */ readonly row: number;
  readonly anchor: 'start' | 'end';
};

type Box = { readonly from: number; readonly to: number; readonly row: number; readonly line: number };

const GAP = 0.02;
const MOST_ROWS = 12;

/** Places all labels, in the order given. */
export function placeLabels<T extends Labelled>(items: readonly T[]): Placed<T>[] {
  const plans = [rightToLeft(items), leftToRight(items), middleFirst(items)].map(plan);
  const best = plans.toSorted((a, b) => a.crossings - b.crossings || a.rows - b.rows)[0];
  return items.map((item) => best?.placed.find((placed) => placed.item === item) ?? { item, row: 0, anchor: 'start' });
}

function rightToLeft<T extends Labelled>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => b.place - a.place);
}

function leftToRight<T extends Labelled>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => a.place - b.place);
}

function middleFirst<T extends Labelled>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => Math.abs(a.place - 0.5) - Math.abs(b.place - 0.5));
}

function plan<T extends Labelled>(items: readonly T[]): { placed: Placed<T>[]; crossings: number; rows: number } {
  const boxes: Box[] = [];
  const placed: Placed<T>[] = [];
  let crossings = 0;
  for (const item of items) {
    const width = shareOfText(item.text) + GAP;
    const fits = { start: item.place + width <= 1, end: item.place - width >= 0 };
    const anchors = (['start', 'end'] as const).filter((anchor) => fits[anchor]);
    const candidates = (
      anchors.length > 0 ? anchors : [item.place > 0.5 ? ('end' as const) : ('start' as const)]
    ).flatMap((anchor) =>
      Array.from({ length: MOST_ROWS }, (_, row) => {
        const box =
          anchor === 'start'
            ? { from: item.place, to: item.place + width, row, line: item.place }
            : { from: item.place - width, to: item.place, row, line: item.place };
        return { anchor, box, cost: costOf(box, boxes) };
      }),
    );
    const best = candidates.toSorted((a, b) => a.cost - b.cost || a.box.row - b.box.row)[0];
    if (!best) continue;
    boxes.push(best.box);
    placed.push({ item, row: best.box.row, anchor: best.anchor });
    crossings += best.cost;
  }
  return { placed, crossings, rows: Math.max(0, ...boxes.map(({ row }) => row)) };
}

/** 100 for each label that it would lie over, 1 for each line through a label. */
function costOf(box: Box, others: readonly Box[]): number {
  return others.reduce((cost, other) => {
    if (other.row === box.row) return cost + (box.from < other.to && other.from < box.to ? 100 : 0);
    const [upper, lower] = other.row > box.row ? [other, box] : [box, other];
    return cost + (upper.line > lower.from + 0.004 && upper.line < lower.to - GAP ? 1 : 0);
  }, 0);
}
