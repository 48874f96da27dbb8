/**
 * Makes the pictures of README.md and docs/ anew: `node scripts/pictures.ts`. It needs Chromium (CHROMIUM names another
 * one than `chromium`), so it is no part of `npm test`; run it when the report's look has changed, and look at them.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const pictures = join(root, 'docs', 'pictures');
/** A README is read over slow lines as well. */
const MOST_BYTES = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'tamarack-pictures-'));
try {
  mkdirSync(pictures, { recursive: true });
  const page = join(folder, 'replay.html');
  const replay = ['replay', 'services/almacare.yaml', '--level', 'enhanced', '--html', page];
  const log = ['--log', 'examples/servicenow-sample.csv', '--map', 'examples/servicenow.map.yaml'];
  // 1: the sample has rows that are refused, which is what the report shows.
  run(process.execPath, ['packages/server/bin/tamarack.mjs', ...replay, ...log], [0, 1]);
  take(page, join(pictures, 'replay-report.png'), 1200, 1615);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function take(page: string, picture: string, width: number, height: number): void {
  const quiet = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--hide-scrollbars',
  ];
  const offline = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const where = [
    `--user-data-dir=${join(folder, 'profile')}`,
    `--screenshot=${picture}`,
    `--window-size=${width},${height}`,
  ];
  run(process.env['CHROMIUM'] ?? 'chromium', [...quiet, ...offline, ...where, `file://${page}`], [0]);
  const { size } = statSync(picture);
  if (size > MOST_BYTES)
    throw new Error(`${picture} has ${size} bytes, and at most ${MOST_BYTES} are wanted: make it smaller`);
  console.log(`${picture}: ${width} × ${height}, ${Math.round(size / 1000)} kB`);
}

function run(command: string, args: readonly string[], fine: readonly number[]): void {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  if (error) throw error;
  if (status === null || !fine.includes(status)) throw new Error(`${command} ended with ${status}`);
}
