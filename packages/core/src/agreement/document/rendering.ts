/** What is rendered: a description for all levels that are sold, or for one. */
import type { Calendar } from '../../calendar/calendar.ts';
import type { Description } from '../grammar/description.ts';
import { levelName } from '../in-words/owner-in-words.ts';
import { levelsShown } from '../in-words/target-in-words.ts';
import { belongsTo } from '../level-chain.ts';
import type { Span } from './document-model.ts';

export type Rendering = {
  readonly description: Description;
  readonly calendars: ReadonlyMap<string, Calendar>;
  /** The level asked for; undefined: all. */
  readonly level: string | undefined;
  /** The levels shown. */
  readonly levels: readonly string[];
};

export type DescriptionForDocument = {
  readonly description: Description;
  readonly calendars: ReadonlyMap<string, Calendar>;
};

/** Everything that a section needs. */
export function renderingOf({ description, calendars }: DescriptionForDocument, level: string | undefined): Rendering {
  return { description, calendars, level, levels: levelsShown(description, level) };
}

type Clause = { readonly levels?: readonly string[] | undefined };

/** The clauses of a mapping that some level shown has, with their names. */
export function shownClauses<T extends Clause>(
  of: Rendering,
  clauses: Readonly<Record<string, T>> | undefined,
): [string, T][] {
  return Object.entries(clauses ?? {}).filter(([, clause]) => levelsWith(of, clause).length > 0);
}

/** The levels shown that have a clause. */
export function levelsWith({ description, levels }: Rendering, clause: Clause): string[] {
  return levels.filter((level) => belongsTo(description.levels, clause.levels, level));
}

/** The names of the levels that have a clause, where not all have it. */
export function levelTags(of: Rendering, clause: Clause): string[] {
  const having = levelsWith(of, clause);
  return having.length === of.levels.length ? [] : having.map((level) => levelName(level, of.description));
}

/** The same as labels behind a text. */
export function tagged(of: Rendering, text: string, clause: Clause): readonly Span[] {
  return [text, ...levelTags(of, clause).flatMap((tag): Span[] => [' ', { tag }])];
}
