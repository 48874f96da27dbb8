/** Sections before they have numbers. */
import type { Block, Section } from './document-model.ts';

export type DraftSection = {
  readonly anchor: string;
  readonly title: string;
  readonly tags?: readonly string[];
  readonly blocks?: readonly Block[];
  readonly sections?: readonly (DraftSection | undefined)[];
};

/** Numbers sections through: 1, 1.1, 1.2, 2 … Sections that are not there leave no gap. */
export function numbered(drafts: readonly (DraftSection | undefined)[], above = ''): Section[] {
  return drafts
    .filter((draft) => draft !== undefined)
    .map(({ anchor, title, tags = [], blocks = [], sections = [] }, i) => {
      const number = `${above}${i + 1}`;
      return { number, anchor, title, tags, blocks, sections: numbered(sections, `${number}.`) };
    });
}

/** A chapter that only holds sections; left out where none of them is there. */
export function chapter(
  anchor: string,
  title: string,
  sections: readonly (DraftSection | undefined)[],
): DraftSection | undefined {
  return sections.some((section) => section !== undefined) ? { anchor, title, sections } : undefined;
}
