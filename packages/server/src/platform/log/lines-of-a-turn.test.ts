import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { linesOfATurn } from './lines-of-a-turn.ts';

/** A program of its own with a log to its standard output. */
const program = (then: string) => [
  '--input-type=module',
  '--eval',
  `const { openLog } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'log.ts')).href)});
   const log = openLog({ level: 'info', readable: false });
   ${then}`,
];

function emptyFile(): { path: string; fd: number } {
  const folder = mkdtempSync(join(tmpdir(), 'tamarack-log-'));
  const path = join(folder, 'log');
  const fd = openSync(path, 'a');
  onTestFinished(() => {
    closeSync(fd);
    rmSync(folder, { recursive: true });
  });
  return { path, fd };
}

test('the lines of a turn are written together at its end, and many of them before', async () => {
  const { path, fd } = emptyFile();
  const log = linesOfATurn(fd);
  log.write('one\n');
  log.write('two\n');
  expect(readFileSync(path, 'utf8')).toBe('');
  await setImmediate();
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
  log.write(`${'x'.repeat(70_000)}\n`);
  expect(readFileSync(path, 'utf8')).toHaveLength(70_009);
  log.write('after\n');
  await setImmediate();
  expect(readFileSync(path, 'utf8')).toMatch(/x\nafter\n$/);
});

test.for([
  ['by itself', '', 0],
  ['by being told to', 'process.exit(0);', 0],
  ['by an error', `throw new Error('it ends');`, 1],
] as const)('what was logged last is there when a program ends %s', ([, end, expected]) => {
  const { status, stdout } = spawnSync(
    process.execPath,
    program(`for (let n = 0; n < 3000; n += 1) log.info({ n }, 'line'); ${end}`),
    { encoding: 'utf8' },
  );
  expect(status).toBe(expected);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { n: number }).n)).toEqual(Array.from({ length: 3000 }, (_, n) => n));
});

test('a program whose log nobody reads any more goes on', async () => {
  const child = spawn(
    process.execPath,
    program(`log.info('first');
      process.stdin.once('data', () => {
        log.info('into nothing');
        setImmediate(() => setImmediate(() => process.exit(0)));
      });`),
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  child.stdout.destroy();
  await once(child.stdout, 'close');
  child.stdin.write('go on');
  expect(await ended).toEqual([0, null]);
});

test('a program whose disk is full goes on, and logs when there is room again', () => {
  const { path } = emptyFile();
  const { status, stderr } = spawnSync(
    process.execPath,
    program(`const { closeSync, openSync } = await import('node:fs');
      const { setImmediate: turn } = await import('node:timers/promises');
      closeSync(1);
      openSync('/dev/full', 'w');
      for (let n = 0; n < 3; n += 1) {
        log.info({ n }, 'refused');
        await turn();
      }
      closeSync(1);
      openSync(${JSON.stringify(path)}, 'a');
      log.info('with room');`),
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ msg: 'with room' });
});
