import type { OutputStream } from './terminal.ts';
import { visibleText } from './visible-text.ts';

/** Something that takes a while. `tick` costs next to nothing, so call it as often as there is news. */
export interface Progress {
  readonly tick: (amount?: number) => void;
  /** Takes the bar away. Call it in `finally`, before anything else is shown. */
  readonly finish: () => void;
}

export interface ProgressOptions {
  readonly stream?: OutputStream & { readonly write: (text: string) => unknown };
  readonly milliseconds?: () => number;
}

const PATIENCE = 1000;
const REDRAW = 100;
const BAR = 24;
const ERASE_LINE = '\r\u001b[K';

/**
 * Shows how far a long task has come, on a terminal and only after a second. It owns no timer: where nothing ticks,
 * nothing is drawn, and nothing keeps the program alive. `total` is undefined where nobody knows it.
 */
export function progress(total: number | undefined, label: string, options: ProgressOptions = {}): Progress {
  const { stream = process.stderr, milliseconds = () => performance.now() } = options;
  if (stream.isTTY !== true) return { tick: () => undefined, finish: () => undefined };
  const begun = milliseconds();
  let drawn = Number.NEGATIVE_INFINITY;
  let done = 0;
  return {
    tick(amount = 1) {
      done += amount;
      const now = milliseconds();
      if (now - begun < PATIENCE || now - drawn < REDRAW) return;
      drawn = now;
      stream.write(`${ERASE_LINE}${line(done, total, visibleText(label)).slice(0, (stream.columns ?? 80) - 1)}`);
    },
    finish() {
      if (drawn !== Number.NEGATIVE_INFINITY) stream.write(ERASE_LINE);
      drawn = Number.NEGATIVE_INFINITY;
    },
  };
}

function line(done: number, total: number | undefined, label: string): string {
  if (total === undefined || total <= 0) return `${label} ${done.toLocaleString('en')}`;
  const share = Math.min(1, done / total);
  const filled = Math.round(share * BAR);
  return `${label} [${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}] ${Math.floor(share * 100)} %`;
}
