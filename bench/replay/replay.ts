import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import type { BenchResult, Effort } from '../measure/bench.ts';
import { figure, ratios } from '../measure/figure.ts';
import { interleave } from '../measure/interleave.ts';
import { command, root } from '../root.ts';
import { writeMadeUpLog } from './made-up-log.ts';
import { type MeasuredRun, measuredRun } from './measured-run.ts';

const MAP = join(root, 'examples', 'servicenow.map.yaml');
const SERVICE = join(root, 'services', 'almacare.yaml');
const PARSE_ONLY = fileURLToPath(new URL('parse-only.ts', import.meta.url));

/** The counts at the top of replay's JSON. */
type Counts = { readonly incidents: number; readonly facts: number; readonly refused: number };

/** `tamarack replay` as a user runs it, over a log and over one ten times as long, beside merely parsing the same file. */
export async function run({ quick, rounds }: Effort): Promise<BenchResult> {
  if (!isThere())
    return { title: 'Replay', figures: [], notes: ['Not available: tamarack replay or its map is not there yet.'] };
  const folder = mkdtempSync(join(tmpdir(), 'tamarack-bench-'));
  try {
    return await measure(folder, quick ? 1000 : 10_000, quick ? rounds : Math.ceil(rounds / 2));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, incidents: number, rounds: number): Promise<BenchResult> {
  const once = join(folder, 'once.csv');
  const tenfold = join(folder, 'tenfold.csv');
  await writeMadeUpLog(once, incidents);
  await writeMadeUpLog(tenfold, 10 * incidents);
  const peaks: Record<'once' | 'tenfold', number[]> = { once: [], tenfold: [] };
  let counts: Counts = { incidents: 0, facts: 0, refused: 0 };
  const replay = (log: string): MeasuredRun => {
    const args = ['replay', SERVICE, '--log', log, '--map', MAP, '--level', 'enhanced', '--format', 'json'];
    const ran = measuredRun(folder, [command, ...args]);
    counts = JSON.parse(ran.output) as Counts;
    peaks[log === once ? 'once' : 'tenfold'].push(ran.peakMegabytes);
    return ran;
  };
  const samples = await interleave(
    {
      once: () => replay(once).milliseconds,
      parse: () => measuredRun(folder, [PARSE_ONLY, tenfold]).milliseconds,
      tenfold: () => replay(tenfold).milliseconds,
    },
    rounds,
  );
  const { facts, refused } = counts;
  return {
    title:
      `Replay of ${(10 * incidents).toLocaleString('en')} incidents, ${facts.toLocaleString('en')} facts, ` +
      `${Math.round(statSync(tenfold).size / 1e6)} MB of CSV, all promises of AlmaCare Enhanced`,
    figures: [
      figure(
        'tamarack replay, the whole command',
        'facts/s',
        samples.tenfold.map((milliseconds) => (1000 * facts) / milliseconds),
        { atLeast: 200_000 },
      ),
      figure('tamarack replay to merely parsing the file', '×', ratios(samples.tenfold, samples.parse), { atMost: 3 }),
      figure('tamarack replay', 'ms', samples.tenfold),
      figure('merely parsing the file', 'ms', samples.parse),
      figure('tamarack replay of a tenth of the log', 'ms', samples.once),
      figure('peak memory, a tenth of the log', 'MB', peaks.once),
      figure('peak memory, the log', 'MB', peaks.tenfold),
      figure('peak memory, the log to a tenth of it', '×', ratios(peaks.tenfold, peaks.once), { atMost: 1.25 }),
    ],
    notes: [
      `The log is made up, with the columns of ServiceNow's; ${refused.toLocaleString('en')} rows refused.`,
      'Both are whole processes from start to end; parsing uses the same parser, decoder and chunks and counts the rows.',
    ],
  };
}

/** An unknown verb gives the help of the whole command. */
function isThere(): boolean {
  const { stdout } = spawnSync(process.execPath, [command, 'replay', '--help'], { encoding: 'utf8' });
  return existsSync(MAP) && stdout.includes('tamarack replay');
}
