/** The targets that a clock has had: each with when it came into force, and why it replaced the one before. */
import { agreedInstead } from '../agreed/agreed-instead.ts';
import { durationInWords } from '../agreement/words/duration.ts';
import type { ZoneTable } from '../calendar/zone-table.ts';
import type { Clock, Target } from '../deadline/clock.ts';
import { momentInWords } from './local-time.ts';
import { movedInWords } from './moved-in-words.ts';
import { tableOf, type View } from './view.ts';

/** One line a target, the first one first. */
export function targetsInWords(clock: Clock, view: View): string[] {
  const zone = tableOf(view);
  const moved = movedInWords(clock, view);
  return clock.targets.map((target, i) => {
    const before = clock.targets[i - 1];
    const forWhat =
      target.severity === undefined ? `level ${target.level}` : `severity ${target.severity}, level ${target.level}`;
    const since = `${before ? 'Since' : 'Opened'} ${momentInWords(zone, target.since)}`;
    const why = before ? `, because ${changeInWords(before, target)}; counted from the opening all the same` : '';
    const instead = view.agreed && agreedInstead(view.agreed, target, view.zone);
    const own = `${since}: ${durationInWords(target.duration)} (${forWhat})${why}.${instead === undefined ? '' : ` ${instead}`}`;
    if (moved !== undefined && i === clock.targets.length - 1) return `${own} ${moved}`;
    return `${own} Due ${momentInWords(zone, target.due)}${pausesIn(clock, target, zone)}.`;
  });
}

/** What pauses did to the deadline; the earlier targets no longer have one of their own. */
function pausesIn(clock: Clock, target: Target, zone: ZoneTable): string {
  if (clock.pauses.length === 0) return '';
  const { due } = clock;
  if (target !== clock.targets.at(-1) || due === undefined) return ', pauses aside';
  return due === target.due ? ', and the pauses change nothing' : `; with the pauses ${momentInWords(zone, due)}`;
}

/** "the severity changed from 2 to 1". */
function changeInWords(before: Target, after: Target): string {
  const changes: string[] = [];
  if (before.severity !== after.severity)
    changes.push(`the severity changed from ${before.severity ?? 'none'} to ${after.severity ?? 'none'}`);
  if (before.level !== after.level) changes.push(`the level changed from ${before.level} to ${after.level}`);
  return changes.length > 0 ? changes.join(' and ') : 'another target came into force';
}
