/**
 * `npm start`: Tamarack in this clone, with nothing to set up. Data lie in .data/ (TAMARACK_DATA names another place), the
 * first start fills them with the demonstration, a port that is taken is passed over, and only what matters is said. Every
 * setting and option of `tamarack serve` may be given; with a configuration file, what stands there holds.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { join } from 'node:path';
import { packedProgram } from '../packages/server/bin/packed-program.mjs';

const root = join(import.meta.dirname, '..');
const options = process.argv.slice(2);
const hasFile = Boolean(process.env['TAMARACK_CONFIG']) || options.some((option) => option.startsWith('--config'));
// The environment wins over the file, so what nobody asked for must not be said there.
const usual = hasFile
  ? {}
  : {
      TAMARACK_DATA: process.env['TAMARACK_DATA'] || join(root, '.data'),
      LOG_LEVEL: process.env['LOG_LEVEL'] || 'warn',
    };
// A database of somebody's own is not filled with invented people, and a file may name one.
const demo = hasFile || process.env['DATABASE_URL'] ? [] : ['--demo'];
// In a process of its own, whose memory goes with it. Where it cannot be packed the sources run, and start half a second later.
if (packedProgram() === undefined)
  spawnSync(process.execPath, [join(root, 'scripts/pack-server.ts')], { stdio: ['ignore', 'ignore', 'inherit'] });
const server = spawn(
  process.execPath,
  [join(root, 'packages/server/bin/tamarack.mjs'), 'serve', '--next-port', ...demo, ...options],
  { cwd: root, env: { ...process.env, ...usual }, stdio: 'inherit' },
);
// A terminal's Ctrl-C reaches the server by itself; it ends when it has stopped.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => server.kill('SIGTERM'));
// A signal to npm ends its shell, which passes none on: whoever is left without it was meant as well.
const parent = process.ppid;
const look = () => process.ppid === parent || server.kill('SIGTERM');
if (process.env['npm_lifecycle_event'] !== undefined) setInterval(look, 500).unref();
const [code, signal] = (await once(server, 'exit')) as [number | null, NodeJS.Signals | null];
process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
