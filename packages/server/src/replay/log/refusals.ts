/** Why rows are refused. The words are part of the result's form. */
export const REFUSED = {
  cells: 'not as many cells as there are columns',
  quote: 'a quote that is never closed, or not doubled inside a quoted cell',
  json: 'no JSON object of plain values',
  incident: 'no incident number',
  time: 'a time that cannot be read',
  backwards: 'earlier than the row before it',
  severity: 'a severity that the map does not know',
  level: 'a level that the map or the description does not know',
  state: 'a state that the map does not know',
  fact: 'a fact that the map or the description does not know',
  unborn: 'before its incident was received',
  'came-back': 'an incident that was settled already',
  'too-many': 'more facts of one incident than are kept',
} as const;

export type RefusalReason = keyof typeof REFUSED;

/** A row that was refused. */
export interface RefusedRow {
  readonly line: number;
  readonly incident: string | null;
  readonly reason: RefusalReason;
  readonly sentence: string;
}

/** How many refused rows are kept one by one; all are counted. */
const REFUSED_SHOWN = 100;

/** Counts refused rows by reason, and keeps the first. */
export function refusedRows() {
  const counts = new Map<RefusalReason, number>();
  const first: RefusedRow[] = [];
  let total = 0;
  return {
    add(row: RefusedRow): void {
      total += 1;
      counts.set(row.reason, (counts.get(row.reason) ?? 0) + 1);
      if (first.length < REFUSED_SHOWN) first.push({ ...row, sentence: short(row.sentence) });
    },
    total: () => total,
    byReason: () => [...counts].map(([reason, count]) => ({ reason, says: REFUSED[reason], count })),
    /** In the order of the log. */
    rows: (): readonly RefusedRow[] => first,
  };
}

const LONGEST = 200;

function short(sentence: string): string {
  return sentence.length > LONGEST ? `${sentence.slice(0, LONGEST)}…` : sentence;
}
