import { DocumentTable } from './document-table.tsx';
import classes from './document.module.css';
import type { BlockModel } from './model.ts';
import { PhraseText } from './phrase-text.tsx';

/** Paragraphs, lists, definitions, tables and lines to sign on. The document never changes in place, so a block's place is its key. */
export function Blocks({ blocks }: { readonly blocks: readonly BlockModel[] }) {
  return blocks.map((block, at) => <OneBlock key={at} block={block} />);
}

function OneBlock({ block }: { readonly block: BlockModel }) {
  switch (block.block) {
    case 'paragraph':
      return (
        <p className={classes['paragraph']} data-tone={block.tone}>
          <PhraseText phrase={block.text} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={classes['list']}>
          {block.items.map((item, at) => (
            <li key={at}>
              <PhraseText phrase={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'definitions':
      return (
        <dl className={classes['definitions']}>
          {block.entries.map(({ term, means, anchor }, at) => (
            <div key={at} className={classes['definition']} id={anchor}>
              <dt>
                <PhraseText phrase={term} />
              </dt>
              <dd>
                <Blocks blocks={means} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <DocumentTable table={block} />;
    case 'signatures':
      return (
        <div className={classes['signatures']}>
          {block.parties.map(({ party, name }) => (
            <div key={party} className={classes['signature']}>
              <p className={classes['party']}>
                {party}: {name}
              </p>
              {block.lines.map((line) => (
                <p key={line} className={classes['line']}>
                  {line}
                </p>
              ))}
            </div>
          ))}
        </div>
      );
  }
}
