import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { servingHeaders } from './serving-headers.ts';
import { sniffMediaType } from './sniff-media-type.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test.each([
  ['a picture', PNG, 'image/png'],
  ['a document', Buffer.from('%PDF-1.7\n%âãÏÓ'), 'application/pdf'],
  ['an archive', gzipSync('log'), 'application/gzip'],
  ['a log', Buffer.from('2026-11-20 12:00 ERROR naïve 日本語 🦊\r\n\tat main'), 'text/plain'],
  ['a colourful log', Buffer.from('\u001b[31mERROR\u001b[0m'), 'text/plain'],
  ['text with a comparison', Buffer.from('if a < b then c'), 'text/plain'],
])('%s is what it is', async (_, content, mediaType) => {
  expect(await sniffMediaType(content)).toBe(mediaType);
});

test('a character cut in two by the end of the sample does not make a long text unknown', async () => {
  expect(await sniffMediaType(Buffer.from(`a${'é'.repeat(60_000)}`))).toBe('text/plain');
});

describe('what a browser could run is bytes, whatever it is called', () => {
  test.each([
    ['HTML', '<!DOCTYPE html><script>alert(1)</script>'],
    ['HTML in capitals behind white space', '\n\n \t<SCRIPT>alert(1)</SCRIPT>'],
    ['HTML behind a byte order mark', '\ufeff<html>'],
    ['HTML behind a comment', '<!-- --><img src=x onerror=alert(1)>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['SVG behind an XML declaration', '<?xml version="1.0"?><svg onload="alert(1)"/>'],
    ['XML with a style sheet', '<?xml-stylesheet href="x"?><a/>'],
    ['XML in UTF-16', Buffer.from('\ufeff<?xml version="1.0"?><a/>', 'utf16le')],
    ['Flash', Buffer.from('465753070000000000', 'hex')],
    ['WebAssembly', Buffer.from('0061736d01000000', 'hex')],
    ['UTF-7', Buffer.from([0x80, 0x2b, 0x41, 0x44, 0x77])],
    ['text with a zero byte', 'abc\0<script>'],
    ['nothing', ''],
    ['noise', brotliCompressSync('noise')],
  ])('%s', async (_, content) => {
    expect(await sniffMediaType(Buffer.from(content))).toBe('application/octet-stream');
  });
});

test.each([
  ['a picture that is a script as well', Buffer.from('GIF89a/*\0\0*/=1;alert(1)')],
  ['a picture with markup behind it', Buffer.concat([PNG, Buffer.from('<script>alert(1)</script>')])],
  ['a PDF with markup in front', Buffer.from('<script>alert(1)</script>%PDF-1.7')],
  ['an archive with markup in front', Buffer.concat([Buffer.from('<html>'), gzipSync('x')])],
])('%s cannot run: no guess, no script, no origin', async (_, content) => {
  const headers = servingHeaders({ name: 'x.html', mediaType: await sniffMediaType(content) });
  expect(headers['content-type']).toMatch(/^(?:image\/(?:gif|png)|application\/octet-stream)$/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
});

test('any bytes, and any bytes behind a known beginning, have a type in a bounded time', async () => {
  const beginnings = [
    '',
    'PK\u0003\u0004',
    '%PDF',
    '\u001f\u008b\u0008',
    'RIFF',
    'ID3',
    '\u0000\u0000\u0000 ftyp',
    '<?xml',
    'OggS',
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 3000 }), async (beginning, rest) => {
      const type = await sniffMediaType(Buffer.concat([Buffer.from(beginning, 'latin1'), rest]));
      expect(type).toMatch(/^[a-zA-Z0-9-]+\/[a-zA-Z0-9.+-]+(?:; codecs=opus)?$/);
    }),
    { numRuns: 400 },
  );
});

test('a bomb of an archive costs no memory or time worth naming', async () => {
  const bomb = gzipSync(Buffer.alloc(200_000_000));
  const before = performance.now();
  expect(await sniffMediaType(bomb)).toBe('application/gzip');
  expect(performance.now() - before).toBeLessThan(1000);
});
