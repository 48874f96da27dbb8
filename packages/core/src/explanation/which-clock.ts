/** Which of the clocks of a promise for its subject: the period of a rhythm or limit, the turn of updates, the cycle. */
import type { Clock } from '../deadline/clock.ts';

/** "period 2", "cycle 2, turn 3", "cycle 2"; undefined for a gate, which is asked anew each time. */
export function whichClock({ form, cycle, turn }: Clock): string | undefined {
  switch (form) {
    case 'cadence':
    case 'count':
    case 'limit':
      return `period ${turn}`;
    case 'update':
      return `cycle ${cycle}, turn ${turn}`;
    case 'response':
    case 'request':
    case 'before':
      return `cycle ${cycle}`;
    case 'gate':
      return undefined;
  }
}
