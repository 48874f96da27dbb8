/** What is covered at which level, what is not, and what the service needs. */
import type { Description } from '../../grammar/description.ts';
import { levelName, ownerInWords } from '../../in-words/owner-in-words.ts';
import { inSentence, sentence } from '../../in-words/wording.ts';
import { definitions, list, paragraph, table } from '../blocks.ts';
import { clausesSection } from '../clauses-section.ts';
import { chapter, type DraftSection } from '../draft-section.ts';
import type { Block, Definition, Phrase } from '../document-model.ts';
import { levelsWith, shownClauses, tagged, type Rendering } from '../rendering.ts';

type Item = Description['scope']['covered'][string];

/** The chapter on scope. */
export function scope(of: Rendering): DraftSection | undefined {
  const { covered, excluded, grounds, needs } = of.description.scope;
  const needed = (item: Item & { by?: { provider?: string | undefined; customer?: string | undefined } | undefined }) =>
    item.by ? `From ${ownerInWords(item.by, of.description)}.` : undefined;
  const instead = (item: Item & { instead?: string | undefined }) =>
    item.instead === undefined ? undefined : `For such work: ${inSentence(item.instead)}.`;
  return chapter('scope', 'Scope', [
    coverage(of, covered),
    items(of, 'exclusions', 'What is not covered', 'The service does not include:', excluded, instead),
    items(
      of,
      'grounds',
      'Grounds for declining a request',
      'A single request can be declined on these grounds:',
      grounds,
      () => undefined,
    ),
    items(of, 'needs', 'What the service needs', 'The service depends on the following:', needs, needed),
  ]);
}

function coverage(of: Rendering, covered: Description['scope']['covered']): DraftSection {
  const { open } = of.description.scope;
  const shown = shownClauses(of, covered);
  const matrix = of.levels.length > 1;
  const blocks: Block[] =
    shown.length === 0
      ? [paragraph('None.')]
      : matrix
        ? [scopeMatrix(of, shown)]
        : [definitions(shown.map(([name, item]) => entry(of, `covers-${name}`, item, undefined)))];
  if (open !== undefined) blocks.push(paragraph(sentence(open)));
  return { anchor: 'coverage', title: matrix ? 'What is covered, by level' : 'What is covered', blocks };
}

function scopeMatrix(of: Rendering, shown: readonly [string, Item][]): Block {
  const columns = [
    'Covered',
    ...of.levels.map((level) => ({ heading: levelName(level, of.description), centred: true })),
  ];
  const rows = shown.map(([, item]) => {
    const having = levelsWith(of, item);
    const details = [
      item.says === undefined ? undefined : sentence(item.says),
      item.items && sentence(item.items.join('; ')),
    ]
      .filter((part) => part !== undefined)
      .join(' ');
    const heading: Phrase = details === '' ? [{ strong: item.name }] : [{ strong: item.name }, ` – ${details}`];
    return [heading, ...of.levels.map((level) => (having.includes(level) ? 'Included' : '–'))];
  });
  return table('What is covered, by level', columns, rows);
}

function items<T extends Item>(
  of: Rendering,
  anchor: string,
  title: string,
  lead: string,
  clauses: Readonly<Record<string, T>> | undefined,
  more: (item: T) => string | undefined,
): DraftSection | undefined {
  return clausesSection(of, anchor, title, clauses, (shown) => [
    paragraph(lead),
    definitions(shown.map(([name, item]) => entry(of, `${anchor}-${name}`, item, more(item)))),
  ]);
}

function entry(of: Rendering, anchor: string, item: Item, more: string | undefined): Definition {
  const words = [item.says === undefined ? undefined : sentence(item.says), more]
    .filter((part) => part !== undefined)
    .join(' ');
  const means: Block[] = words === '' ? [] : [paragraph(words)];
  return { term: tagged(of, item.name, item), means: item.items ? [...means, list(item.items)] : means, anchor };
}
