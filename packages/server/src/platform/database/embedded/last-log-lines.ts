import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Layout } from './layout.ts';

const SHOWN_LINES = 8;
const COLLECTOR_TOOK_OVER = 'redirecting log output to logging collector process';

/** The last lines of this start's log, from the collector's file if PostgreSQL came so far as to write there. */
export async function lastLogLines(layout: Layout): Promise<string> {
  const startLog = await readFile(layout.startLog, 'utf8').catch(() => '');
  const text = startLog.includes(COLLECTOR_TOOK_OVER) ? await newestLog(layout) : startLog;
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-SHOWN_LINES)
    .join('\n');
}

async function newestLog(layout: Layout): Promise<string> {
  const paths = (await readdir(layout.log)).map((name) => join(layout.log, name));
  const dated = await Promise.all(
    paths.filter((path) => path !== layout.startLog).map(async (path) => ({ path, at: (await stat(path)).mtimeMs })),
  );
  const newest = dated.toSorted((a, b) => b.at - a.at)[0];
  return newest === undefined ? '' : readFile(newest.path, 'utf8').catch(() => '');
}
