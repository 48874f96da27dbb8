/** Markdown as React elements: nothing of it becomes HTML, so whatever somebody writes stays text (no XSS by construction). */
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { fileAddress } from '../../api/upload-file.ts';
import { isFolded } from './folded-quote.ts';
import { isPicture } from './message-files.tsx';
import type { MessageTextProps } from './message.ts';
import classes from './message-text.module.css';

const plugins = [remarkGfm];

/** A heading of a message is no heading of the page: it would break its outline. */
function Heading({ children }: { readonly children?: React.ReactNode }) {
  return <p className={classes['heading']}>{children}</p>;
}

const HEADINGS = { h1: Heading, h2: Heading, h3: Heading, h4: Heading, h5: Heading, h6: Heading };

/** The text laid out: paragraphs, lists, code, tables, links; long quotes folded; pictures only those attached to it. */
export function FormattedText({ body, accountId, files }: MessageTextProps) {
  const components: Components = {
    ...HEADINGS,
    // What leads nowhere by rule (`javascript:`) is a text, and no link to this very page.
    a: ({ href, children }) =>
      href === undefined || href === '' ? (
        <span>{children}</span>
      ) : (
        <a href={href} target="_blank" rel="noopener noreferrer nofollow">
          {children}
        </a>
      ),
    // From elsewhere a picture would tell its server who reads this; the content-security policy forbids it as well.
    img: ({ src, alt }) => {
      const file = files.find(({ name, mediaType }) => name === decoded(src) && isPicture(mediaType));
      return file ? (
        <img src={fileAddress(accountId, file.id)} alt={alt ?? file.name} loading="lazy" />
      ) : (
        <span>{alt === undefined || alt === '' ? src : alt}</span>
      );
    },
    blockquote: ({ node, children }) => {
      const { start, end } = node?.position ?? {};
      const quote = body.slice(start?.offset ?? 0, end?.offset ?? 0);
      const inner = <blockquote>{children}</blockquote>;
      return isFolded(quote) ? (
        <details className={classes['folded']}>
          <summary>Quoted text</summary>
          {inner}
        </details>
      ) : (
        inner
      );
    },
    // What is wider than the page scrolls by itself, also by the keyboard (WCAG 2.1.1).
    pre: ({ children }) => (
      <pre tabIndex={0} aria-label="Code">
        {children}
      </pre>
    ),
    table: ({ children }) => (
      <div className={classes['wide']} tabIndex={0} role="region" aria-label="Table">
        <table>{children}</table>
      </div>
    ),
    input: ({ checked }) => (
      <span role="img" aria-label={checked ? 'done' : 'to do'}>
        {checked ? '☑' : '☐'}
      </span>
    ),
  };
  return (
    <Markdown remarkPlugins={plugins} components={components}>
      {body}
    </Markdown>
  );
}

/** A name with spaces is written with %20 in Markdown. */
function decoded(src: unknown): string | undefined {
  if (typeof src !== 'string') return undefined;
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}
