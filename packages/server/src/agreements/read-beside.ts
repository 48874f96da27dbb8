/** Long texts are read in a thread of their own, one after the other, so that nobody else waits for them. */
import { Worker } from 'node:worker_threads';
import type { Diagnostic } from '@tamarack/core';
import type { ControlReading } from './read-control.ts';

/** What is read of a text, by its name. */
export type Readings = { readonly findings: readonly Diagnostic[]; readonly control: ControlReading };
export type Task = { readonly wanted: keyof Readings; readonly source: string };

/** The shipped descriptions have 20,000 characters and take 20 ms; twice that is still short of a noticeable pause. */
const LONG = 40_000;
const LIMIT_MS = 10_000;
/** Each holds what asked for it; the next one is told to come again. */
const MOST_WAITING = 4;

/** Whether reading it would hold up everybody else. */
export function isLong(source: string): boolean {
  return source.length > LONG;
}

let queue: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** The reading (the largest text takes a second or two); undefined where it takes too long, or too many wait already. */
export async function readBeside<K extends keyof Readings>(
  wanted: K,
  source: string,
): Promise<Readings[K] | undefined> {
  if (waiting >= MOST_WAITING) return undefined;
  waiting++;
  const turn = queue.then(() => inThread<Readings[K]>({ wanted, source }));
  queue = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    waiting--;
  }
}

function inThread<Reading>(task: Task): Promise<Reading | undefined> {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { workerData: task });
  const { promise, resolve, reject } = Promise.withResolvers<Reading | undefined>();
  const timer = setTimeout(() => resolve(undefined), LIMIT_MS);
  worker.once('message', (reading: Reading) => resolve(reading));
  worker.once('error', reject);
  return promise.finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
}
