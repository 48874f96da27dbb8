/** The levels to which a clause belongs: gained and lost ones. */
import { belongsTo } from '../level-chain.ts';
import { levelName } from '../in-words/owner-in-words.ts';
import { difference, type Difference, type Place } from './difference.ts';
import { verdictOf, type Polarity } from './verdict.ts';

/** One difference for each level that has the clause now or had it before; one in all where no level is concerned. */
export function compareLevels(place: Place, polarity: Polarity): Difference[] {
  const levels = Object.keys(place.old.levels).filter((level) => Object.hasOwn(place.new.levels, level));
  const [before, after] = [namesIn(place.before), namesIn(place.after)];
  const moved = levels.flatMap((level): Difference[] => {
    const had = belongsTo(place.old.levels, before, level);
    const has = belongsTo(place.new.levels, after, level);
    if (had === has) return [];
    const name = levelName(level, place.new);
    const words = {
      before: had ? name : null,
      after: has ? name : null,
      sentence: has ? `Now for ${name} as well` : `No longer for ${name}`,
    };
    return [difference({ ...place, path: [...place.path, level] }, verdictOf(has ? 'more' : 'less', polarity), words)];
  });
  return moved.length > 0 ? moved : [difference(place, 'neutral')];
}

function namesIn(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined;
}
