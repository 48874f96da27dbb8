/** Long texts are read in a thread beside the server, one after the other, so that nobody else waits for them. */
import { Worker } from 'node:worker_threads';
import type { Diagnostic, DocumentModel, ReadyDescription } from '@tamarack/core';
import type { ApiResult } from '../platform/http/refuse-api.ts';
import { programBeside } from '../platform/package-folder.ts';
import type { ControlReading } from './read-control.ts';

/** What is read of a text, by its name. */
export type Readings = {
  readonly findings: readonly Diagnostic[];
  readonly control: ControlReading;
  /** Null where it has errors. What is ready to run holds functions, and stays in its thread. */
  readonly description: ReadyDescription['description'] | null;
  readonly document: ApiResult<DocumentModel> | null;
};
export type Task<K extends keyof Readings = keyof Readings> = {
  readonly wanted: K;
  readonly source: string;
  /** Of a document. */
  readonly level?: string | undefined;
};

/** The shipped descriptions have 20,000 characters and take 20 ms; twice that is still short of a noticeable pause. */
const LONG = 40_000;
const LIMIT_MS = 10_000;
/** It holds some tens of megabytes. */
const IDLE_MS = 60_000;
/** Each holds what asked for it; the next one is told to come again. */
const MOST_WAITING = 4;

/** Whether reading it would hold up everybody else. */
export function isLong(source: string): boolean {
  return source.length > LONG;
}

let queue: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** The reading (the largest text takes a second or two); undefined where it takes too long, or too many wait already. */
export async function readBeside<K extends keyof Readings>(task: Task<K>): Promise<Readings[K] | undefined> {
  if (waiting >= MOST_WAITING) return undefined;
  waiting++;
  const turn = queue.then(() => inThread<Readings[K]>(task));
  queue = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    waiting--;
  }
}

/** Kept for the next text: to start a thread takes twenty times as long as to read a description. */
let thread: Worker | undefined;
let idle: NodeJS.Timeout | undefined;

async function inThread<Reading>(task: Task): Promise<Reading | undefined> {
  clearTimeout(idle);
  const worker = (thread ??= begin());
  const { promise, resolve, reject } = Promise.withResolvers<Reading | undefined>();
  const limit = setTimeout(() => resolve(undefined), LIMIT_MS);
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.ref();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, and no window
  worker.postMessage(task);
  let isDone = false;
  try {
    const reading = await promise;
    isDone = reading !== undefined;
    return reading;
  } finally {
    clearTimeout(limit);
    worker.off('message', resolve).off('error', reject);
    // A process that wants to end waits for no thread that has nothing to do.
    worker.unref();
    if (isDone) idle = setTimeout(end, IDLE_MS).unref();
    else end();
  }
}

function begin(): Worker {
  const worker = new Worker(programBeside(import.meta.url, 'reading-worker'));
  // Whoever waits hears of it below; of one that breaks while nobody does the process would end.
  worker.on('error', () => undefined);
  worker.once('exit', () => {
    if (thread === worker) thread = undefined;
  });
  return worker;
}

function end(): void {
  void thread?.terminate();
  thread = undefined;
}
