/** The one clock. Everything that decides is handed its instant; tests and the demonstration move it. */
export type Clock = { readonly now: () => Temporal.Instant };

/** The machine's own, in whole microseconds: PostgreSQL keeps no more, and what is answered is what is kept. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant().round({ smallestUnit: 'microsecond', roundingMode: 'floor' }),
};

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
