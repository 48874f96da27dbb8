import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from './safe-file-name.ts';
import { servingHeaders } from './serving-headers.ts';

const HOSTILE = [
  '\r\n',
  '"',
  '\\',
  '/',
  '%22',
  '%',
  ';',
  "'",
  '\u202e',
  '\u0000',
  '\ud800',
  '.',
  'é',
  '日',
  '🦊',
  '＂',
  '＼',
  '／',
  '％',
  ' ',
  '=',
];
const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...HOSTILE, 'a', 'pdf'), { maxLength: 60 }).map((parts) => parts.join('')),
);

/** RFC 6266 and 8187, as strict as they are: nothing may stand behind the name. */
const DISPOSITION =
  /^(?:inline|attachment); filename="[\x20\x21\x23\x24\x26-\x2e\x30-\x5b\x5d-\x7e]+"; filename\*=UTF-8''((?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})+)$/;

test('any name gives a legal header from which the safe name, and nothing else, is read', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const headers = servingHeaders({ name, mediaType: 'image/png' });
      const [, extended = ''] = DISPOSITION.exec(headers['content-disposition'] ?? '') ?? [];
      expect(decodeURIComponent(extended)).toBe(safeFileName(name));
    }),
    { numRuns: 2000 },
  );
});

test('a real server sends them, and a real client reads one header of each name', async () => {
  const names = [
    'a\r\nSet-Cookie: x=1.txt',
    '"; filename="x.exe',
    'Rechnung für Jürgen 請求書.pdf',
    '\u202egpj.exe',
    '🦊'.repeat(300),
  ];
  const server = createServer((request, answer) => {
    answer.writeHead(
      200,
      servingHeaders({ name: names[Number(request.url?.slice(1))] ?? '', mediaType: 'text/plain' }),
    );
    answer.end('content');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  for (const at of names.keys()) {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${at}`);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"]*"; filename\*=UTF-8''[^"\s]*$/,
    );
    await answer.text();
  }
  server.closeAllConnections();
  server.close();
});

test('pictures are shown, everything else is saved', () => {
  const shown = (mediaType: string) => servingHeaders({ name: 'x', mediaType })['content-disposition']?.split(';')[0];
  expect(['image/png', 'image/jpeg', 'image/gif', 'image/webp'].map(shown)).toEqual(Array(4).fill('inline'));
  const saved = [
    'application/pdf',
    'text/plain',
    'text/html',
    'image/svg+xml',
    'image/avif',
    'video/mp4',
    '',
    'IMAGE/PNG',
  ];
  expect(new Set(saved.map(shown))).toEqual(new Set(['attachment']));
});

test('a type that is not known to be harmless is served as bytes, also one with a header in it', () => {
  const types = [
    'text/html',
    'image/svg+xml',
    'application/xml',
    'text/javascript',
    'application/xhtml+xml',
    'font/woff2',
  ];
  for (const mediaType of [
    ...types,
    'image/png\r\nx: y',
    'image/png;x',
    'text/plain; charset=utf-7',
    'audio/ogg; codecs=opus',
  ]) {
    expect(servingHeaders({ name: 'x', mediaType })['content-type']).toBe('application/octet-stream');
  }
  expect(servingHeaders({ name: 'x', mediaType: 'text/plain' })['content-type']).toBe('text/plain; charset=utf-8');
  expect(servingHeaders({ name: 'x', mediaType: 'application/pdf' })['content-type']).toBe('application/pdf');
});

test('an old client gets letters it can read', () => {
  expect(servingHeaders({ name: 'Übersicht 100%.pdf', mediaType: 'application/pdf' })['content-disposition']).toBe(
    `attachment; filename="Ubersicht 100_.pdf"; filename*=UTF-8''%C3%9Cbersicht%20100%25.pdf`,
  );
});
