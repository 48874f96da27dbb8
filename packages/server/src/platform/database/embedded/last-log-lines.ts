import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Layout } from './layout.ts';

const SHOWN_LINES = 8;

/** The last lines of PostgreSQL's newest logs: of its start, and of the collector's file if it came that far. */
export async function lastLogLines(layout: Layout): Promise<string> {
  const files = (await readdir(layout.log)).filter((name) => name.startsWith('postgresql-'));
  const dated = await Promise.all(
    files.map(async (name) => ({ path: join(layout.log, name), at: (await stat(join(layout.log, name))).mtimeMs })),
  );
  const startedAt = (await stat(layout.startLog).catch(() => undefined))?.birthtimeMs ?? 0;
  const newest = dated.filter(({ at }) => at >= startedAt).toSorted((a, b) => b.at - a.at)[0];
  const paths = newest === undefined ? [layout.startLog] : [layout.startLog, newest.path];
  const texts = await Promise.all(paths.map(async (path) => readFile(path, 'utf8').catch(() => '')));
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.trim() !== '')
    .slice(-SHOWN_LINES)
    .join('\n');
}
