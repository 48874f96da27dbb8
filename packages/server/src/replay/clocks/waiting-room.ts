/**
 * Incidents that are not decided before the log ends: their clocks are judged at its last instant, which is known only
 * then. A few stay in memory, the rest in a file that is gone afterwards, so that memory does not grow with a log in
 * which nothing is ever closed.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { Incident } from '../incidents/incident.ts';

export interface WaitingRoom {
  readonly add: (incident: Incident) => void;
  /** In the order in which they came. */
  readonly incidents: () => Iterable<Incident>;
  readonly size: () => number;
  /** Takes the file away. Call it in `finally`. */
  readonly close: () => void;
}

const SEATS = 20_000;
const CHUNK = 1024 * 1024;

/** Opens a waiting room; its file is made when the seats are taken. */
export function waitingRoom(seats: number = SEATS): WaitingRoom {
  const seated: Incident[] = [];
  let folder: string | undefined;
  let file: number | undefined;
  let written = 0;
  let lines: string[] = [];
  const flush = () => {
    if (lines.length === 0) return;
    folder ??= mkdtempSync(join(tmpdir(), 'tamarack-replay-'));
    file ??= openSync(join(folder, 'waiting.jsonl'), 'wx+', 0o600);
    writeSync(file, lines.join(''));
    lines = [];
  };
  return {
    add(incident) {
      if (seated.length < seats) seated.push(incident);
      else {
        written += 1;
        lines.push(`${JSON.stringify(incident)}\n`);
        if (lines.length >= 1000) flush();
      }
    },
    *incidents() {
      yield* seated;
      flush();
      if (file !== undefined) yield* readBack(file);
    },
    size: () => seated.length + written,
    close() {
      if (file !== undefined) closeSync(file);
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
      file = undefined;
      folder = undefined;
    },
  };
}

function* readBack(file: number): Generator<Incident> {
  const buffer = Buffer.alloc(CHUNK);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let position = 0;
  for (let read = readSync(file, buffer, 0, CHUNK, 0); read > 0; read = readSync(file, buffer, 0, CHUNK, position)) {
    position += read;
    const lines = (rest + decoder.write(buffer.subarray(0, read))).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Incident; // written by `add`
  }
}
