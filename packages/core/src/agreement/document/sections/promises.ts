/** Every promise as a clause of its own, grouped by who owes it. */
import type { PromiseClause } from '../../grammar/promise.ts';
import { consequenceInWords } from '../../in-words/consequence-in-words.ts';
import { sideOf } from '../../in-words/owner-in-words.ts';
import { promiseSentences } from '../../in-words/promise-in-words.ts';
import { sentence } from '../../in-words/wording.ts';
import { paragraph } from '../blocks.ts';
import type { Block, Phrase, Span } from '../document-model.ts';
import type { DraftSection } from '../draft-section.ts';
import { levelTags, shownClauses, type Rendering } from '../rendering.ts';

type Group = { readonly anchor: string; readonly title: string; readonly has: (promise: PromiseClause) => boolean };

const conditional = (promise: PromiseClause) => promise.form === 'limit' || promise.form === 'gate';
const GROUPS: readonly Group[] = [
  {
    anchor: 'provider-duties',
    title: 'Duties of the provider',
    has: (promise) => !conditional(promise) && sideOf(promise.by) === 'provider',
  },
  {
    anchor: 'customer-duties',
    title: 'Duties of the customer',
    has: (promise) => !conditional(promise) && sideOf(promise.by) === 'customer',
  },
  {
    anchor: 'other-duties',
    title: 'Further promises',
    has: (promise) => !conditional(promise) && promise.by === undefined,
  },
  { anchor: 'limits', title: 'Limits and conditions', has: conditional },
];

/** A chapter for each side, and one for limits and gates. */
export function promiseChapters(of: Rendering): (DraftSection | undefined)[] {
  const shown = shownClauses(of, of.description.promises);
  return GROUPS.map(({ anchor, title, has }) => {
    const clauses = shown.filter(([, promise]) => has(promise));
    if (clauses.length === 0) return undefined;
    const blocks = clauses.some(([, { says }]) => says !== undefined)
      ? [paragraph('Each clause ends with what exactly is recorded and measured.', 'quiet')]
      : [];
    return { anchor, title, blocks, sections: clauses.map(([name, promise]) => promiseClause(of, name, promise)) };
  });
}

function promiseClause(of: Rendering, name: string, promise: PromiseClause): DraftSection {
  const { description, level } = of;
  const words = withLinks(promiseSentences(promise, description, level, 'in the table').join(' '));
  const blocks: Block[] =
    promise.says === undefined ? [paragraph(words)] : [paragraph(sentence(promise.says)), paragraph(words, 'quiet')];
  if (promise.else) blocks.push(paragraph(consequenceInWords(promise.else, description), 'quiet'));
  return { anchor: `promise-${name}`, title: promise.title, tags: levelTags(of, promise), blocks };
}

/** Where the words point elsewhere in the document, they become links. */
const LINKS: Readonly<Record<string, string>> = { 'the table of targets': 'targets', Calendars: 'calendars' };

function withLinks(text: string): Phrase {
  return text.split(/(the table of targets|(?<=see )Calendars)/).map((part): Span => {
    const to = LINKS[part];
    return to === undefined ? part : { link: part, to };
  });
}
