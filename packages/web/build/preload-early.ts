import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';
import { SHARED_BY_PAGES } from './chunks.ts';

/** The letters that every page is written in; other alphabets come when a text needs them. */
const FONT = /figtree-latin-wght-normal-[\w-]+\.woff2$/;
/** The pages that make up an account's home: a customer's first page. */
const HOME = new Set(['account-page', 'overview-tab']);
const FIRST_CALLS = '<script src="/first-calls.js"';

type Bundle = Rolldown.OutputBundle;

/**
 * Has the page itself name what a browser would find only once the first script has run: the files that all pages share, and
 * the font of their texts. What an account's home adds is left on the script that knows whether it is asked for.
 */
export function preloadEarly(): Plugin {
  return {
    name: 'preload-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => ({
        html: html.replace(FIRST_CALLS, `${FIRST_CALLS} data-home="${homeOf(html, bundle).join(' ')}"`),
        tags: Object.values(bundle).flatMap(tagsOf),
      }),
    },
  };
}

function tagsOf(file: Bundle[string]): HtmlTagDescriptor[] {
  const href = `/${file.fileName}`;
  if (file.type === 'chunk') {
    if (!SHARED_BY_PAGES.some((name) => name === file.name)) return [];
    const styles = [...(file.viteMetadata?.importedCss ?? [])];
    return [
      link({ rel: 'modulepreload', href }),
      ...styles.map((name) => link({ rel: 'stylesheet', href: `/${name}` })),
    ];
  }
  // Fonts are fetched without credentials, of the same origin or not: a preload that differs would fetch it twice.
  return FONT.test(href) ? [link({ rel: 'preload', as: 'font', type: 'font/woff2', href })] : [];
}

function link(attrs: Record<string, string>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { ...attrs, crossorigin: '' }, injectTo: 'head' };
}

/** Scripts and styles of the home beyond those that the page names. */
function homeOf(html: string, bundle: Bundle): string[] {
  const found = new Set<string>();
  const follow = (name: string) => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || found.has(name) || html.includes(name) || isShared(chunk)) return;
    found.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
    chunk.imports.forEach(follow);
  };
  for (const file of Object.values(bundle)) if (file.type === 'chunk' && HOME.has(file.name)) follow(file.fileName);
  return [...found].map((name) => `/${name}`);
}

function isShared({ name }: Rolldown.OutputChunk): boolean {
  return SHARED_BY_PAGES.some((shared) => shared === name);
}
