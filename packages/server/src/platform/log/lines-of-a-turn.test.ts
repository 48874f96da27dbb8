import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { linesOfATurn } from './lines-of-a-turn.ts';

const log = pathToFileURL(join(import.meta.dirname, 'log.ts')).href;
const script = (then: string) => [
  '--input-type=module',
  '--eval',
  `const { openLog } = await import(${JSON.stringify(log)});
   const log = openLog({ level: 'info', readable: false });
   for (let n = 0; n < 3000; n += 1) log.info({ n }, 'line');
   ${then}`,
];
const numbers = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { n: number }).n);
const ALL = Array.from({ length: 3000 }, (_, n) => n);

test('the lines of a turn are written together at its end, and much of it before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tamarack-log-'));
  const path = join(folder, 'log');
  const fd = openSync(path, 'a');
  onTestFinished(() => {
    closeSync(fd);
    rmSync(folder, { recursive: true });
  });
  const destination = linesOfATurn(fd);
  destination.write('one\n');
  destination.write('two\n');
  expect(readFileSync(path, 'utf8')).toBe('');
  await setImmediate();
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
  destination.write(`${'x'.repeat(70_000)}\n`);
  expect(readFileSync(path, 'utf8')).toHaveLength(70_009);
});

test('what was logged last is there when the process ends by itself or is told to', () => {
  for (const then of ['', 'process.exit(0);'])
    expect(numbers(execFileSync(process.execPath, script(then), { encoding: 'utf8' }))).toEqual(ALL);
});

test('what was logged last is there when the process ends by an error', () => {
  const { status, stdout } = spawnSync(process.execPath, script(`throw new Error('it ends');`), { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(numbers(stdout)).toEqual(ALL);
});
