import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readInput } from './read-input.ts';

const options = { maxBytes: 1000 };
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tamarack-input-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('text is read as it stands, byte-order mark and all', async () => {
  expect(await readInput(written('a', '\uFEFFä\r\n'), options)).toEqual({ ok: true, text: '\uFEFFä\r\n' });
  expect(await readInput(written('empty', ''), options)).toEqual({ ok: true, text: '' });
});

describe('what cannot be opened is told by the path as it was given', () => {
  test('a file that is not there, a directory, a circle of links', async () => {
    mkdirSync(join(folder, 'directory'));
    symlinkSync('circle', join(folder, 'circle'));
    const sentences = ['nothing.yaml', 'directory', 'circle', 'a\u001b[31m', 'directory/x/y'].map(async (name) => {
      const read = await readInput(join(folder, name), options);
      return read.ok ? 'read' : `${read.because}: ${read.sentence.replace(`${folder}/`, '')}`;
    });
    expect(await Promise.all(sentences)).toEqual([
      'unreadable: nothing.yaml: there is no such file',
      'unreadable: directory: this is a directory; name a file in it',
      'unreadable: circle: links lead in a circle',
      'unreadable: a\u001b[31m: there is no such file',
      'unreadable: directory/x/y: there is no such file',
    ]);
  });

  test('an empty path names no file', async () => {
    expect(await readInput('', options)).toEqual({
      ok: false,
      because: 'unreadable',
      sentence: '"" names no file; give the path of one, or - for standard input',
    });
  });

  test('a path with NUL is no path', async () => {
    expect(await readInput('a\u0000b', options)).toMatchObject({ ok: false, because: 'unreadable' });
  });
});

describe('size', () => {
  test('100 MB are refused by their size, unread', async () => {
    const path = written('large', '');
    truncateSync(path, 100_000_000); // sparse: it takes no room, and reading it would take time
    expect(await readInput(path, options)).toMatchObject({
      because: 'too-large',
      sentence: 'the file has 100000000 bytes, and at most 1000 are read',
    });
  });

  test('a stream without end is left once it has gone on for too long', async () => {
    let made = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) {
          made += 1;
          yield Buffer.alloc(100, 'x');
        }
      })(),
    );
    expect(await readInput('-', { ...options, stdin: endless })).toMatchObject({ because: 'too-large' });
    expect(made).toBeLessThan(200);
  });

  test('a pipe has no size beforehand, and is read to its end', async () => {
    const path = join(folder, 'pipe');
    execFileSync('sh', ['-c', 'mkfifo "$0"', path]);
    const writer = spawn('sh', ['-c', 'printf "a: 1" > "$0"', path], { stdio: 'ignore' });
    expect(await readInput(path, options)).toEqual({ ok: true, text: 'a: 1' });
    writer.kill();
  });

  test('exactly as much as is allowed is read', async () => {
    expect(await readInput(written('full', 'x'.repeat(1000)), options)).toMatchObject({ ok: true });
    expect(await readInput(written('over', 'x'.repeat(1001)), options)).toMatchObject({ because: 'too-large' });
  });
});

describe('only UTF-8 is text, and the first byte that is not has a place', () => {
  test.for([
    ['Latin-1', Buffer.from('a: 1\nb: caf\xe9!\n', 'latin1'), 2, 7, 'the byte 0xe9 is no part'],
    [
      'Latin-1 behind an emoji, which is two columns',
      Buffer.concat([Buffer.from('😀'), Buffer.from([0xfc])]),
      1,
      3,
      '0xfc',
    ],
    ['a character cut off at the end', Buffer.from('a: ä').subarray(0, -1), 1, 4, '0xc3'],
    ['half of a surrogate pair', Buffer.from([0x61, 0xed, 0xa0, 0x80]), 1, 2, '0xed'],
    ['an overlong slash', Buffer.from([0xc0, 0xaf]), 1, 1, '0xc0'],
    ['UTF-16, little end first', Buffer.from('\uFEFFa: 1', 'utf16le'), 1, 1, 'the text is UTF-16'],
    ['UTF-16, big end first', Buffer.from('\uFEFFa: 1', 'utf16le').swap16(), 1, 1, 'the text is UTF-16'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 1, 1, 'the text is UTF-32'],
  ] as const)('%s', async ([name, bytes, line, column, sentence]) => {
    const read = await readInput(written(name.replaceAll(' ', '-'), bytes), options);
    expect(read).toMatchObject({ ok: false, because: 'encoding', line, column });
    expect(read).toHaveProperty('sentence', expect.stringContaining(sentence));
  });

  test('a character that is cut by the border of two chunks is whole', async () => {
    const bytes = Buffer.from('ä€😀'.repeat(20));
    const stdin = Readable.from(Array.from(bytes, (byte) => Buffer.from([byte])));
    expect(await readInput('-', { ...options, stdin })).toEqual({ ok: true, text: 'ä€😀'.repeat(20) });
  });
});
