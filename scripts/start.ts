/**
 * `npm start`: Tamarack in this clone, with nothing to set up. Data lie in .data/ (TAMARACK_DATA names another place), the first
 * start fills them with the demonstration, a port that
 * is taken is passed over, and only what matters is said. Every setting of `tamarack serve` may be given in the environment.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const environment = {
  ...process.env,
  TAMARACK_DATA: process.env['TAMARACK_DATA'] || join(root, '.data'),
  LOG_LEVEL: process.env['LOG_LEVEL'] || 'warn',
};
// A database of somebody's own is not filled with invented people.
const demo = process.env['DATABASE_URL'] ? [] : ['--demo'];
const server = spawn(
  process.execPath,
  [join(root, 'packages/server/bin/tamarack.mjs'), 'serve', '--next-port', ...demo, ...process.argv.slice(2)],
  { cwd: root, env: environment, stdio: 'inherit' },
);
// A terminal's Ctrl-C reaches the server by itself; it ends when it has stopped.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => server.kill('SIGTERM'));
const [code, signal] = (await once(server, 'exit')) as [number | null, NodeJS.Signals | null];
process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
