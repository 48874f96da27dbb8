import { paragraph } from './blocks.ts';
import type { Block } from './document-model.ts';
import type { DraftSection } from './draft-section.ts';
import { shownClauses, type Rendering } from './rendering.ts';

type Clause = { readonly levels?: readonly string[] | undefined };

/**
 * A section of named clauses. A mapping that is written and empty says "None."; one that is not
 * written, or has nothing for the levels shown, makes no section.
 */
export function clausesSection<T extends Clause>(
  of: Rendering,
  anchor: string,
  title: string,
  clauses: Readonly<Record<string, T>> | undefined,
  blocksOf: (shown: readonly [string, T][]) => Block[],
): DraftSection | undefined {
  if (!clauses) return undefined;
  if (Object.keys(clauses).length === 0) return { anchor, title, blocks: [paragraph('None.')] };
  const shown = shownClauses(of, clauses);
  return shown.length === 0 ? undefined : { anchor, title, blocks: blocksOf(shown) };
}
