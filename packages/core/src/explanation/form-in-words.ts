/** What a promise without a target of time counts, and over which stretch: periods, limits, gates, announced facts. */
import { agreedInstead } from '../agreed/agreed-instead.ts';
import type { Clock } from '../deadline/clock.ts';
import { beforeInWords } from './before-in-words.ts';
import { momentInWords } from './local-time.ts';
import { outOfSight } from './out-of-sight.ts';
import { tableOf, type View } from './view.ts';

/** A line or two; none for clocks with a target, whose targets say it. */
export function formInWords(clock: Clock, view: View): string[] {
  if (clock.targets.length > 0) return [];
  const instead = view.agreed && agreedInstead(view.agreed, view.agreed, view.zone);
  return [...counted(clock, view), ...(instead === undefined ? [] : [instead])];
}

function counted(clock: Clock, view: View): string[] {
  const zone = tableOf(view);
  const opened = momentInWords(zone, clock.opened);
  const due = clock.due;
  switch (clock.form) {
    case 'cadence':
    case 'count':
      return [
        `Period ${clock.turn} of the contract: from ${opened}${due === undefined ? '' : ` until before ${momentInWords(zone, due)}`}.`,
      ];
    case 'limit': {
      const warned =
        clock.warnedAt === undefined ? [] : [`It came near the limit ${momentInWords(zone, clock.warnedAt)}.`];
      return [
        `Period ${clock.turn}: counted from ${opened}${due === undefined ? ' on' : `, counted until ${momentInWords(zone, due)}`}.`,
        ...warned,
      ];
    }
    case 'before':
      return [beforeInWords(clock, view)];
    case 'gate':
      return [`A gate is asked at the moment of the fact that it guards; nothing is due before.`];
    case 'request':
    case 'response':
    case 'update':
      return [
        `Opened ${opened}; ${clock.beyondHorizon ? (outOfSight(clock) ?? 'its deadline was out of sight') : 'no time is promised: it is broken only if it is still owed when the contract ends'}.`,
      ];
  }
}
