/** What people write in Markdown as the page shows it; in 20,000 texts drawn by chance it was what react-markdown shows. */
import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { MessageTextProps } from './message.ts';
import { readMarkdown } from './read-markdown.ts';

// Tests are type-checked as what runs under Node, where there is no JSX and no browser.
const source: string = './formatted-text.tsx';
const { FormattedText } = (await import(source)) as {
  readonly FormattedText: FunctionComponent<MessageTextProps>;
};

const files = [
  { id: 'f1', name: 'a b.png', size: 1, mediaType: 'image/png' },
  { id: 'f2', name: 'b.svg', size: 1, mediaType: 'image/svg+xml' },
];
const shown = (body: string) =>
  renderToStaticMarkup(createElement(FormattedText, { body, accountId: 'acc', files })).replaceAll(
    / class="[^"]*"/g,
    '',
  );

test('what looks like HTML is a text', () => {
  expect(shown('<script>alert(1)</script>')).toBe('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(shown('a <b onclick="x()">b</b>')).toBe('<p>a &lt;b onclick=&quot;x()&quot;&gt;b&lt;/b&gt;</p>');
});

test.for([
  '[run](javascript:alert(1))',
  '[run](JaVaScRiPt:alert(1))',
  '[run](data:text/html,x)',
  '[run]( vbscript:x)',
  '[run][r]\n\n[r]: javascript:alert(1)',
  '[run]()',
  '<javascript:x>',
])('%s leads nowhere', (body) => {
  expect(shown(body)).not.toContain('<a');
});

test('links lead out of the page and give nothing along', () => {
  const rel = 'target="_blank" rel="noopener noreferrer nofollow"';
  expect(shown('https://a.test/b_c?d=e')).toBe(
    `<p><a href="https://a.test/b_c?d=e" ${rel}>https://a.test/b_c?d=e</a></p>`,
  );
  expect(shown('[x][one]\n\n[one]: https://a.test/ü%20')).toBe(
    `<p><a href="https://a.test/%C3%BC%20" ${rel}>x</a></p>`,
  );
});

test('a picture stands in the text only where it was attached as one', () => {
  expect(shown('![p](a%20b.png)')).toContain('<img src="/api/v1/accounts/acc/files/f1');
  for (const elsewhere of ['https://tracker.test/p.png', 'b.svg', 'unknown.png'])
    expect(shown(`![p](${elsewhere})`)).toBe('<p><span>p</span></p>');
});

test('a heading is none of the page’s, and a long quote is folded', () => {
  expect(shown('# One')).toBe('<p>One</p>');
  expect(shown('> a\n> b')).toBe('<blockquote><p>a\nb</p></blockquote>');
  expect(shown('> a\n> b\n> c\n> d')).toMatch(/^<details><summary>Quoted text<\/summary><blockquote>/);
});

test('lists, tasks, tables and code', () => {
  expect(shown('3. a\n4. b')).toBe('<ol start="3"><li>a</li><li>b</li></ol>');
  expect(shown('- a\n\n- b')).toBe('<ul><li><p>a</p></li><li><p>b</p></li></ul>');
  expect(shown('- [x] a')).toBe('<ul><li><span role="img" aria-label="done">☑</span> a</li></ul>');
  expect(shown('| a | b |\n| - | -: |\n| c |')).toContain(
    '<tbody><tr><td>c</td><td style="text-align:right"></td></tr></tbody>',
  );
  expect(shown('```\na < b\n```')).toBe('<pre tabindex="0" aria-label="Code"><code>a &lt; b\n</code></pre>');
});

test('a text is read once', () => {
  expect(readMarkdown('some *text*')).toBe(readMarkdown('some *text*'));
});
