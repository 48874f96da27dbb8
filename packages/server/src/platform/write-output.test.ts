import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeOutput, writeToStream } from './write-output.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tamarack-output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a file', () => {
  test('is there whole, also when it was made piece by piece, and nothing else is', async () => {
    const out = join(folder, 'report.html');
    expect(await writeOutput(['<p>', 'ä', '</p>'], out)).toEqual({ ok: true });
    expect(readFileSync(out, 'utf8')).toBe('<p>ä</p>');
    expect(readdirSync(folder)).toEqual(['report.html']);
  });

  test('stays as it was when the making fails, and leaves nothing behind', async () => {
    const out = join(folder, 'report.html');
    writeFileSync(out, 'old');
    const failing = (async function* () {
      yield 'new';
      throw new Error('the making failed');
    })();
    expect(await writeOutput(failing, out)).toEqual({ ok: false, sentence: `${out}: the making failed` });
    expect(readFileSync(out, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['report.html']);
  });

  test('keeps its rights, and a link stays a link', async () => {
    const real = join(folder, 'real');
    writeFileSync(real, 'old');
    chmodSync(real, 0o600);
    symlinkSync('real', join(folder, 'link'));
    expect(await writeOutput('new', join(folder, 'link'))).toEqual({ ok: true });
    expect(readFileSync(real, 'utf8')).toBe('new');
    expect(statSync(real).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).toSorted()).toEqual(['link', 'real']);
  });

  test('a device is written to, not replaced', async () => {
    expect(await writeOutput('x', '/dev/null')).toEqual({ ok: true });
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('that cannot be written is told by its path', async () => {
    const nowhere = join(folder, 'no', 'such', 'folder.html');
    expect(await writeOutput('x', nowhere)).toEqual({ ok: false, sentence: `${nowhere}: there is no such folder` });
    expect(await writeOutput('x', folder)).toEqual({
      ok: false,
      sentence: `${folder}: this is a directory; name a file in it`,
    });
    expect(existsSync(nowhere)).toBe(false);
  });
});

test('a reader that closes the pipe ends the making, without an error', async () => {
  const pipe = new PassThrough({ highWaterMark: 10 });
  pipe.on('error', () => undefined);
  let made = 0;
  const endless = (function* () {
    for (;;) {
      made += 1;
      if (made === 5) pipe.destroy(Object.assign(new Error('closed'), { code: 'EPIPE' }));
      yield 'a line of text\n';
    }
  })();
  pipe.resume();
  expect(await writeToStream(endless, pipe)).toEqual({ ok: true });
  expect(made).toBeLessThan(10);
});
