/**
 * A deliberately naive model of response and update clocks, independent of the real one: it walks minute by minute,
 * keeps for each minute whether it counted, and adds up minutes wherever the real one asks a calendar. Whole minutes,
 * working time and one incident only.
 */
export type NaiveEvent = { readonly minute: number; readonly event: string; readonly severity?: number };

export type NaivePromise = {
  readonly recurring: boolean;
  readonly until: string;
  readonly pauses: boolean;
  /** Minutes by severity. */
  readonly within: Readonly<Record<number, number>>;
};

/** One opening; everything in minutes from the beginning of the walk. */
export type NaiveClock = {
  readonly opened: number;
  state: string;
  elapsed: number;
  breached?: number;
  met?: number;
  ended?: number;
};

const ENDS = new Set(['resolved', 'closed', 'merged']);

/** The clocks after `length` minutes; `open[i]` says whether minute `i` is working time. */
export function naiveClocks(
  promise: NaivePromise,
  open: readonly boolean[],
  events: readonly NaiveEvent[],
  length: number,
): NaiveClock[] {
  /** Minutes that counted before each minute. */
  const counted: number[] = [0];
  const clocks: NaiveClock[] = [];
  let running: NaiveClock | undefined;
  let since = 0;
  let phase = 'before';
  let severity = 0;
  let withCustomer = false;

  const minutesIn = (from: number, to: number) => (counted[to] ?? Number.NaN) - (counted[from] ?? Number.NaN);
  const target = () => promise.within[severity] ?? Number.NaN;
  const begin = (minute: number) => {
    running = { opened: minute, state: 'running', elapsed: 0 };
    since = minute;
    clocks.push(running);
  };
  const breakBy = (minute: number) => {
    if (!running || running.breached !== undefined || minutesIn(running.opened, minute) < target()) return;
    let reached = minute;
    while (minutesIn(running.opened, reached - 1) >= target()) reached -= 1;
    if (reached >= minute) return;
    running.breached = Math.max(reached, since);
    if (!promise.recurring) return;
    running.ended = running.breached;
    begin(running.breached);
    breakBy(minute);
  };
  const close = (key: 'met' | 'ended', minute: number) => {
    if (running) running[key] = minute;
    running = undefined;
  };

  for (let minute = 0; minute <= length; minute += 1) {
    breakBy(minute);
    for (const { event, severity: other } of events.filter((each) => each.minute === minute)) {
      breakBy(minute);
      if (event === promise.until && running) {
        close('met', minute);
        if (promise.recurring && !ENDS.has(event)) begin(minute);
      }
      if (event === 'handed-to-customer') withCustomer = true;
      if (event === 'handed-to-provider') withCustomer = false;
      if (other !== undefined && other !== severity) {
        severity = other;
        since = minute;
      }
      if (event === 'received' && phase === 'before') {
        phase = 'open';
        begin(minute);
      }
      if (event === 'reopened' && phase === 'over') {
        phase = 'open';
        withCustomer = false;
        begin(minute);
      }
      if (ENDS.has(event)) {
        phase = 'over';
        close('ended', minute);
      }
    }
    const counts = open[minute] === true && !(promise.pauses && withCustomer);
    counted[minute + 1] = (counted[minute] ?? 0) + (counts ? 1 : 0);
  }
  breakBy(length); // a target that the last event made apply may have been missed already
  for (const clock of clocks) {
    clock.elapsed = minutesIn(clock.opened, clock.met ?? clock.ended ?? length);
    if (clock.breached !== undefined) clock.state = 'breached';
    else if (clock.met !== undefined) clock.state = 'met';
    else if (clock.ended !== undefined) clock.state = 'ended';
    else if (promise.pauses && withCustomer) clock.state = 'paused';
  }
  return clocks;
}
