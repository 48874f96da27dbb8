/** What a chip says of a clock: pure. */
import type { Obligation } from '../../ledger/obligation-words.ts';
import { countdownWords, type Nearness } from '../countdown-words.ts';
import { durationWords } from '../../ui/time-words.ts';

/** "12 min left", "kept 4 min early", "8 min late", "stands still": how a clock stands at an instant. */
export function clockWords(
  { form, state, dueAt, metAt, because }: Pick<Obligation, 'form' | 'state' | 'dueAt' | 'metAt' | 'because'>,
  nowMs: number,
): { readonly says: string; readonly nearness: Nearness } {
  const due = dueAt === null ? undefined : Date.parse(dueAt);
  if (state === 'open') return due === undefined ? { says: 'runs', nearness: 'far' } : countdownWords(due, nowMs);
  const says = {
    paused: 'stands still',
    met: form === 'gate' ? 'passed' : metAt === null || due === undefined ? 'kept' : keptWords(due - Date.parse(metAt)),
    breached: 'broken',
    waived: 'waived',
    void: because === 'merged' ? 'ended by merging' : 'ended',
  }[state];
  return { says, nearness: 'far' };
}

function keptWords(earlyMs: number): string {
  return earlyMs < 60_000 ? 'kept' : `kept ${durationWords(earlyMs / 1000)} early`;
}

/** Those of the present cycle, what runs first, and those of cycles that a reopening ended. */
export function cyclesOf(rows: readonly Obligation[]): {
  readonly present: readonly Obligation[];
  readonly past: readonly (readonly [cycle: number, rows: readonly Obligation[]])[];
} {
  const last = Math.max(1, ...rows.map(({ cycle }) => cycle));
  const ordered = rows.toSorted((one, other) => rank(one) - rank(other));
  const past = Map.groupBy(
    ordered.filter(({ cycle }) => cycle < last),
    ({ cycle }) => cycle,
  );
  return {
    present: ordered.filter(({ cycle }) => cycle === last),
    past: [...past].toSorted(([one], [other]) => other - one),
  };
}

const STATES = ['open', 'paused', 'breached', 'met', 'waived', 'void'];

/** What runs, by its deadline; then what stands still, what was broken, and the rest; gates that it passed come last. */
function rank({ state, dueAt, form }: Obligation): number {
  const due = dueAt === null ? 1e15 : Date.parse(dueAt);
  return (form === 'gate' ? 1e18 : 0) + STATES.indexOf(state) * 1e16 + due;
}
