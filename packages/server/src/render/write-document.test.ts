import { readFileSync } from 'node:fs';
import { documentOf, type DocumentModel, readDescription } from '@tamarack/core';
import { describe, expect, test } from 'vitest';
import { writeHtml } from './html/write-html.ts';
import { writeMarkdown } from './markdown/write-markdown.ts';

const SERVICES = ['aws-enterprise', 'gitlab-tam', 'tuxcare-tam'];

function rendered(text: string): DocumentModel {
  const { ready, diagnostics } = readDescription(text, { list: 'date-holidays 3.37.0', publicHolidays: () => [] });
  if (!ready) throw new Error(diagnostics.map(({ sentence }) => sentence).join('\n'));
  return documentOf(ready);
}

const service = (name: string) => readFileSync(new URL(`../../../../services/${name}.yaml`, import.meta.url), 'utf8');

/** Texts that would be markup, a table's border, code or another reading order if anybody let them. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(2)</script>',
  'a | b || c',
  '`code` ``` fence',
  '[link](https://evil.example) ![picture](https://evil.example/p.png)',
  '# heading',
  '- item',
  '1. item',
  '*strong* _soft_ ~~gone~~',
  '&lt;b&gt; &amp; $x$',
  String.raw`back\slash`,
  'left RIGHT-TO-LEFT gnp.exe',
  'zeroNO-WIDTHwidth',
  'שלום עולם',
];

const quoted = (text: string) => JSON.stringify(text);

/** The reader refuses characters that nobody sees; the writers must not rely on it. */
function withUnseen(model: DocumentModel): DocumentModel {
  const text = JSON.stringify(model).replaceAll('RIGHT-TO-LEFT', '\u202e').replaceAll('NO-WIDTH', '\u200b');
  return JSON.parse(text) as DocumentModel; // it was one before
}

const hostile = withUnseen(
  rendered(`
tamarack: 1
document: {reference: ${quoted(HOSTILE[1] ?? '')}, version: "1", date: 2026-01-01, owner: ${quoted(HOSTILE[2] ?? '')}, approver: x, classification: ${quoted(HOSTILE[3] ?? '')}, distribution: ${JSON.stringify(HOSTILE)}, history: [{version: "1", date: 2026-01-01, author: x, change: ${quoted(HOSTILE[4] ?? '')}}]}
service: {name: ${quoted(HOSTILE[0] ?? '')}, provider: ${quoted(HOSTILE[13] ?? '')}, summary: ${quoted(HOSTILE[15] ?? '')}}
calendars: {always: {zone: Etc/UTC, weekly: 24x7}}
levels: {one: {name: ${quoted(HOSTILE[4] ?? '')}}, two: {name: ${quoted(HOSTILE[5] ?? '')}, includes: one}}
scope: {covered: {${HOSTILE.map((text, i) => `item-${i}: {name: ${quoted(text)}, says: ${quoted(text)}, items: [${quoted(text)}], levels: [two]}`).join(', ')}}}
channels: {desk: {name: ${quoted(HOSTILE[5] ?? '')}, hours: always}}
roles: {provider: {engineer: {name: ${quoted(HOSTILE[6] ?? '')}, duties: ${JSON.stringify(HOSTILE)}}}, customer: {}}
promises: {answer: {title: ${quoted(HOSTILE[7] ?? '')}, says: ${quoted(HOSTILE[8] ?? '')}, when: incident.received, within: 1 hour, until: incident.acknowledged, calendar: always, by: {provider: engineer}}}
notes: ${JSON.stringify(HOSTILE)}
`),
);

describe('HTML', () => {
  const pages: [string, string][] = [
    ...SERVICES.map((name): [string, string] => [name, writeHtml(rendered(service(name)))]),
    ['hostile', writeHtml(hostile)],
  ];

  test.each(pages)('%s needs nothing but itself', (_, page) => {
    expect(page).not.toMatch(/<(script|link|img|iframe|object|embed|base|form|svg)\b/i);
    expect(page).not.toMatch(/<[^>]*\son[a-z]+\s*=/i);
    const addresses = [...page.matchAll(/<[^>]*\s(?:href|src|action|style|srcset)="([^"]*)"/gi)].map(
      ([, address = '']) => address,
    );
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses) expect(address).toMatch(/^#[a-z0-9-]+$/);
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    expect(style).not.toMatch(/url\(|@import|https?:|expression/i);
  });

  test.each(pages)('%s is well formed, and every link leads somewhere once', (_, page) => {
    const open: string[] = [];
    for (const [, close, name = '', rest = ''] of page
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .matchAll(/<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/gi)) {
      if (/^(meta|br|!doctype)$/i.test(name) || rest.endsWith('/')) continue;
      if (close === '/') expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, to = ''] of page.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)) expect(ids).toContain(to);
  });

  test('is accessible: language, landmarks, one first heading, scopes, no level of headings left out', () => {
    const page = pages[0]?.[1] ?? '';
    expect(page).toMatch(/<html lang="en">/);
    for (const landmark of ['<main id="text">', '<nav ', '<header ', '<footer>']) expect(page).toContain(landmark);
    expect(page.match(/<h1[ >]/g)).toHaveLength(1);
    expect(page).not.toMatch(/<th(?![^>]*scope=)[ >]/);
    const depths = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, depth]) => Number(depth));
    depths.forEach((depth, i) => expect(depth - (depths[i - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  test('hostile texts stand there as they were written, and what nobody sees is shown', () => {
    const page = writeHtml(hostile);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;');
    expect(page).toContain('&amp;lt;b&amp;gt;');
    expect(page).toContain(String.raw`left \u202e gnp.exe`);
    expect(page).toContain(String.raw`zero\u200bwidth`);
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
    expect(page).toContain('שלום עולם');
  });
});

describe('Markdown', () => {
  test.each(SERVICES)('%s has tables with as many cells in every row', (name) => {
    const tables = writeMarkdown(rendered(service(name)))
      .trimEnd()
      .split('\n\n')
      .filter((block) => block.startsWith('| '));
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      const widths = table.split('\n').map((line) => line.replaceAll(String.raw`\|`, '').split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
  });

  test('nothing in a text is markup', () => {
    const text = writeMarkdown(hostile);
    const bare = text.replaceAll(/<a id="[a-z0-9-]+"><\/a>/g, '').replaceAll(/\\[\\`*_[\]<>|~$&#+=.)-]/g, '');
    expect(bare).not.toMatch(/[<>`~$&]/);
    expect(bare).not.toMatch(/!\[|\]\((?!#)/);
    expect(text).toContain(String.raw`\<script\>alert(1)\</script\>`);
    expect(text).toContain(String.raw`a \| b \|\| c`);
    expect(text).toContain(String.raw`- \- item`);
    expect(text).toContain(String.raw`- \# heading`);
    expect(text).toContain(String.raw`- 1\. item`);
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
  });

  test('links lead to anchors that are there', () => {
    const text = writeMarkdown(rendered(service('gitlab-tam')));
    const anchors = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id);
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const [, to = ''] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(to);
  });
});
