/** Markdown as React elements: nothing of it becomes HTML, so whatever somebody writes stays text (no XSS by construction). */
import type { Definition, Nodes, Root } from 'mdast';
import { Fragment, type ReactNode, useMemo } from 'react';
import { Blockquote, CodeBlock, type Inside, List, Picture, Table } from './formatted-parts.tsx';
import type { MessageTextProps } from './message.ts';
import classes from './message-text.module.css';
import { readMarkdown } from './read-markdown.ts';
import { safeAddress } from './safe-address.ts';

/** The text laid out: paragraphs, lists, code, tables, links; long quotes folded; pictures only those attached to it. */
export function FormattedText({ body, accountId, files }: MessageTextProps) {
  return useMemo(() => {
    const root = readMarkdown(body);
    const show = (node: Nodes): ReactNode => shown(node, { ...text, all });
    const all = (nodes: readonly Nodes[]) => nodes.map((node, at) => <Fragment key={at}>{show(node)}</Fragment>);
    const text = { body, accountId, files, definitions: definitionsOf(root) };
    return all(root.children);
  }, [body, accountId, files]);
}

type Text = Inside & { readonly definitions: ReadonlyMap<string, Definition> };

function shown(node: Nodes, text: Text): ReactNode {
  const { all, definitions } = text;
  switch (node.type) {
    // What looks like HTML is what somebody wrote as well.
    case 'text':
    case 'html':
    case 'yaml':
      return node.value;
    case 'paragraph':
      return <p>{all(node.children)}</p>;
    case 'emphasis':
      return <em>{all(node.children)}</em>;
    case 'strong':
      return <strong>{all(node.children)}</strong>;
    case 'delete':
      return <del>{all(node.children)}</del>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'code':
      return <CodeBlock code={node} />;
    // A heading of a message is no heading of the page: it would break its outline.
    case 'heading':
      return <p className={classes['heading']}>{all(node.children)}</p>;
    case 'link':
      return <SafeLink url={node.url}>{all(node.children)}</SafeLink>;
    case 'linkReference':
      return <SafeLink url={definitions.get(node.identifier)?.url ?? ''}>{all(node.children)}</SafeLink>;
    case 'image':
      return <Picture url={node.url} alt={node.alt} text={text} />;
    case 'imageReference':
      return <Picture url={definitions.get(node.identifier)?.url ?? ''} alt={node.alt} text={text} />;
    case 'blockquote':
      return <Blockquote quote={node} text={text} />;
    case 'list':
      return <List list={node} text={text} />;
    case 'table':
      return <Table table={node} text={text} />;
    // Shown where they stand: within a list and a table. Nothing else of them is shown, and nothing makes a footnote.
    case 'root':
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
    case 'footnoteDefinition':
      return all(node.children);
    case 'definition':
    case 'footnoteReference':
      return null;
  }
}

/** What leads nowhere by rule (`javascript:`) is a text, and no link to this very page. */
function SafeLink({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  const href = safeAddress(url);
  return href === undefined ? (
    <span>{children}</span>
  ) : (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/** "[here][1]" is a link to what "[1]: https://…" says further down; the first of a name counts. */
function definitionsOf(root: Root): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  const search = (node: Nodes) => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) search(child);
  };
  search(root);
  return found;
}
