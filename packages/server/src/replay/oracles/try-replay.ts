/** A replay without files, for tests: texts in, the result and the page out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { termsOf, type Terms } from '@tamarack/core';
import { readDescriptionFile } from '../../holidays/index.ts';
import { waitingRoom } from '../clocks/waiting-room.ts';
import { writeReport } from '../html/write-report.ts';
import { csvRows } from '../log/csv-rows.ts';
import { jsonRows } from '../log/json-rows.ts';
import { columnsOf, type LogMap } from '../map/log-map.ts';
import { readMap } from '../map/read-map.ts';
import { replayRows } from '../replay-rows.ts';
import { replayResultOf, type Told } from '../result/replay-result-of.ts';

export const root = join(import.meta.dirname, '../../../../..');

/** A file of the repository as text. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** A shipped service at a level. */
export async function termsAt(level: string, service = 'almacare'): Promise<Terms> {
  const file = await readDescriptionFile(join(root, `services/${service}.yaml`));
  if (!file.ok || !file.ready) throw new Error(`services/${service}.yaml cannot be used`);
  const terms = termsOf(file.ready, { level });
  if (!terms.ok) throw new Error(terms.refusal.sentence);
  return terms.value;
}

/** A map that has to be right. */
export function mapOf(text: string): LogMap {
  const read = readMap(text);
  if (!read.ok) throw new Error(read.diagnostics.map(({ sentence }) => sentence).join('; '));
  return read.map;
}

export interface Trial {
  readonly seats?: number;
  /** The log comes in pieces of so many characters. */
  readonly piece?: number;
}

/** Replays a log that is at hand as text. */
export function tryReplay(map: LogMap, terms: Terms, log: string, { seats, piece = 65_536 }: Trial = {}) {
  const waiting = waitingRoom(seats);
  try {
    const run = replayRows(map, terms, waiting, () => undefined);
    const columns = [...new Set(columnsOf(map).map(({ column }) => column))];
    const rows = map.log === 'csv' ? csvRows(map.delimiter ?? ',', run.sink) : jsonRows(columns, run.sink);
    for (let at = 0; at < log.length; at += piece) rows.take(log.slice(at, at + piece));
    rows.end();
    const finished = run.finish();
    const told: Told = replayResultOf(run, finished, terms, {
      log: 'log.csv',
      map: 'log.map.yaml',
      subject: map.subject,
    });
    return { told, result: told.result, finished, page: () => [...writeReport(told)].join('') };
  } finally {
    waiting.close();
  }
}
