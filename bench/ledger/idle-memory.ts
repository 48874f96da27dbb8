/** What the server keeps in memory while nobody asks for anything: after it made the demonstration, and on later starts. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, serve } from '../../tests/support/served-process.ts';
import type { BenchResult, Effort } from '../measure/bench.ts';
import { figure } from '../measure/figure.ts';

const AIM_MB = 250;
/** Until what the start needed is collected, and each look at the clock has been taken once. */
const IDLE_MS = 20_000;

export async function run({ quick }: Effort): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'tamarack-bench-'));
  chmodSync(folder, 0o711);
  const samples: number[][] = [];
  try {
    for (let start = 0; start < (quick ? 2 : 4); start++) samples.push(await residentOf(folder, quick));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [first = [], ...later] = samples;
  return {
    title: 'Memory of an idle server with the demonstration, beside its database',
    figures: [
      figure('after making the demonstration', 'MB', first, { atMost: AIM_MB }),
      figure('after a later start', 'MB', later.flat(), { atMost: AIM_MB }),
    ],
    notes: [
      'Resident memory of the one process that serves web and API, does jobs and watches deadlines, after three pages were asked for and twenty seconds went by.',
    ],
  };
}

async function residentOf(folder: string, quick: boolean): Promise<number[]> {
  const port = String(await freePort());
  const server = await serve({ TAMARACK_DATA: folder, PORT: port }, quick ? ['--demo', '7'] : ['--demo']);
  try {
    for (const path of ['/', '/api/openapi.json', '/readyz']) await (await fetch(server.url + path)).arrayBuffer();
    await pause(IDLE_MS);
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1];
    return [Number(kilobytes) / 1024];
  } finally {
    await server.end('SIGTERM');
  }
}
