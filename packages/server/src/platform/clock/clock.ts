/** The one clock. Everything that decides is handed its instant; tests and the demonstration move it. */
export type Clock = { readonly now: () => Temporal.Instant };

/** The machine's own. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands until it is moved. */
export type MovableClock = Clock & { readonly moveTo: (instant: Temporal.Instant) => void };

export function movableClock(start: Temporal.Instant): MovableClock {
  let instant = start;
  return {
    now: () => instant,
    moveTo: (next) => {
      instant = next;
    },
  };
}
