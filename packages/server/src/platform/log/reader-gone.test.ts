import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

test('a process whose log nobody reads any more goes on', async () => {
  const log = pathToFileURL(join(import.meta.dirname, 'log.ts')).href;
  const child = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `const { openLog } = await import(${JSON.stringify(log)});
     const log = openLog({ level: 'info', readable: false });
     log.info('first');
     process.stdin.once('data', () => {
       log.info('into nothing');
       setImmediate(() => process.exit(0));
     });`,
  ]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  child.stdout.destroy();
  await once(child.stdout, 'close');
  child.stdin.write('go on');
  expect(await ended).toEqual([0, null]);
});
