/** Bounds and defaults of what contracts fill in, judged by the promises that use them. */
import { targetOf } from '../checks/tables.ts';
import type { Description } from '../grammar/description.ts';
import { cellsOf } from '../words/table.ts';
import { compareLengths, compareQuantities, compareTimes } from './compare-amounts.ts';
import { difference, type Difference, type Place } from './difference.ts';
import { dutyPolarity } from './promise-polarity.ts';
import { referencedCalendars } from './referenced-calendars.ts';
import { keysOf, sameValue } from './same-value.ts';
import { verdictOf, type Direction, type Polarity } from './verdict.ts';

type Parameter = NonNullable<Description['parameters']>[string];

/** One parameter, at `parameters.<name>`. */
export function compareParameter(place: Place): Difference[] {
  const name = place.path[1] ?? '';
  const [before, after] = [place.old.parameters?.[name], place.new.parameters?.[name]];
  if (!before || !after || before.is !== after.is) return [difference(place, 'cannot tell')];
  const polarity = polarityOf(place, name);
  return keysOf(before, after).flatMap((key): Difference[] => {
    const [was, is] = [valueOf(before, key), valueOf(after, key)];
    if (sameValue(was, is)) return [];
    const inner = { ...place, path: [...place.path, key], before: was, after: is };
    if (key === 'source') return [difference(inner, 'neutral')];
    if (key === 'says' || was === undefined || is === undefined) return [difference(inner, 'cannot tell')];
    return [
      difference(inner, verdictOf(directionOf(inner, before, after, key), before.is === 'calendar' ? 0 : polarity)),
    ];
  });
}

function directionOf(place: Place, before: Parameter, after: Parameter, key: string): Direction {
  if (before.is === 'times' && after.is === 'times')
    return key === 'between'
      ? compareTimes(before.between, after.between)
      : before.agreed && after.agreed
        ? compareTimes(before.agreed, after.agreed)
        : 'unknown';
  if (before.is === 'duration' && after.is === 'duration') {
    const bound = key === 'at-least' || key === 'at-most' || key === 'agreed' ? key : undefined;
    const [was, is] = bound === undefined ? [] : [before[bound], after[bound]];
    return was && is ? compareLengths(was, is) : 'unknown';
  }
  if (before.is === 'quantity' && after.is === 'quantity') {
    const bound = key === 'at-most' || key === 'agreed' ? key : undefined;
    const [was, is] = bound === undefined ? [] : [before[bound], after[bound]];
    return was && is ? compareQuantities(was, is) : 'unknown';
  }
  return before.is === 'calendar' ? referencedCalendars(place, place.before, place.after) : 'unknown';
}

/** What more of the value means, where all promises that use it agree. */
function polarityOf(place: Place, name: string): Polarity {
  const found = new Set<Polarity>();
  for (const { promises } of [place.old, place.new]) {
    for (const promise of Object.values(promises)) {
      const target = targetOf(promise);
      const uses =
        target &&
        cellsOf<unknown>(target.table).some(({ cell }) => cell.cell === 'parameter' && cell.parameter === name);
      if (!uses) continue;
      const duty = dutyPolarity(promise);
      if (promise.form === 'limit') found.add(1);
      else if (target.of === 'duration') found.add(duty === 0 ? 0 : duty === 1 ? -1 : 1);
      else found.add(duty);
    }
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : 0;
}

function valueOf(parameter: Parameter, key: string): unknown {
  return Object.entries(parameter).find(([own]) => own === key)?.[1];
}
