import type * as mdast from 'mdast';
import { Fragment, type ReactNode } from 'react';
import { fileAddress } from '../../api/upload-file.ts';
import { isFolded } from './folded-quote.ts';
import { inlinePicture } from './inline-picture.ts';
import type { MessageTextProps } from './message.ts';
import classes from './message-text.module.css';

/** The text that a part stands in, and what shows the parts within it. */
export type Inside = MessageTextProps & { readonly all: (nodes: readonly mdast.Nodes[]) => ReactNode };

/** What is wider than the page scrolls by itself, also by the keyboard (WCAG 2.1.1). */
export function CodeBlock({ code }: { readonly code: mdast.Code }) {
  return (
    <pre tabIndex={0} aria-label="Code">
      <code>{`${code.value}\n`}</code>
    </pre>
  );
}

type PictureProps = {
  readonly url: string;
  readonly alt: string | null | undefined;
  readonly text: MessageTextProps;
};

/** From elsewhere a picture would tell its server who reads this; the content-security policy forbids it as well. */
export function Picture({ url, alt, text: { accountId, files } }: PictureProps) {
  const file = inlinePicture(url, files);
  const says = alt === undefined || alt === null || alt === '' ? undefined : alt;
  return file ? (
    <img src={fileAddress(accountId, file.id)} alt={says ?? file.name} loading="lazy" />
  ) : (
    <span>{says ?? url}</span>
  );
}

/** A long quote is folded: what was said before stands above already. */
export function Blockquote({ quote, text }: { readonly quote: mdast.Blockquote; readonly text: Inside }) {
  const { start, end } = quote.position ?? {};
  const inner = <blockquote>{text.all(quote.children)}</blockquote>;
  if (!isFolded(text.body.slice(start?.offset ?? 0, end?.offset ?? 0))) return inner;
  return (
    <details className={classes['folded']}>
      <summary>Quoted text</summary>
      {inner}
    </details>
  );
}

/** A list; where nothing stands between its items, their words are no paragraphs. */
export function List({ list, text }: { readonly list: mdast.List; readonly text: Inside }) {
  const isLoose = (list.spread ?? false) || list.children.some(({ spread, children }) => spread ?? children.length > 1);
  const items = list.children.map((item, at) => {
    const box = typeof item.checked === 'boolean' && <Task isDone={item.checked} />;
    const [first, ...rest] = item.children;
    return (
      <li key={at}>
        {isLoose && first?.type === 'paragraph' ? (
          <p>
            {box}
            {text.all(first.children)}
          </p>
        ) : (
          <>
            {box}
            {text.all(first ? unwrapped(first) : [])}
          </>
        )}
        {rest.map((part, place) => (
          <Fragment key={place}>
            {'\n'}
            {text.all(isLoose ? [part] : unwrapped(part))}
          </Fragment>
        ))}
      </li>
    );
  });
  return list.ordered ? (
    <ol start={list.start === 1 ? undefined : (list.start ?? undefined)}>{items}</ol>
  ) : (
    <ul>{items}</ul>
  );
}

function Task({ isDone }: { readonly isDone: boolean }) {
  return (
    <>
      <span role="img" aria-label={isDone ? 'done' : 'to do'}>
        {isDone ? '☑' : '☐'}
      </span>{' '}
    </>
  );
}

function unwrapped(part: mdast.RootContent): readonly mdast.Nodes[] {
  return part.type === 'paragraph' ? part.children : [part];
}

/** A table scrolls as code does. */
export function Table({ table, text }: { readonly table: mdast.Table; readonly text: Inside }) {
  const [head, ...rows] = table.children;
  const cells = (row: mdast.TableRow | undefined, Cell: 'th' | 'td') =>
    (table.align ?? []).map((align, at) => (
      <Cell key={at} style={align ? { textAlign: align } : undefined}>
        {text.all(row?.children[at]?.children ?? [])}
      </Cell>
    ));
  return (
    <div className={classes['wide']} tabIndex={0} role="region" aria-label="Table">
      <table>
        <thead>
          <tr>{cells(head, 'th')}</tr>
        </thead>
        {rows.length > 0 && (
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>{cells(row, 'td')}</tr>
            ))}
          </tbody>
        )}
      </table>
    </div>
  );
}
