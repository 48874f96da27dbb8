/** What the checker says of a text. */
import { Worker } from 'node:worker_threads';
import { frozenLists, readDescription, type Diagnostic, type FrozenHolidays } from '@tamarack/core';
import type { Gives } from '@tamarack/contract';
import { readDescriptionText } from '../holidays/index.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';

export type Findings = Gives<'POST /descriptions/check'>;
type Finding = Findings['findings'][number];

/** The shipped descriptions have 20,000 characters and take 20 ms; twice that is still short of a noticeable pause. */
const LONG = 40_000;
const MOST_SHOWN = 500;
const LIMIT_MS = 10_000;

/**
 * All findings of a text. A long one (the largest takes a second) is read in a thread of its own, one after the other, so
 * that nobody else waits for it; refuses `server.busy` where that takes too long.
 */
export async function examineText(source: string, frozen?: FrozenHolidays | null): Promise<ApiResult<Findings>> {
  // What was published is read with the holidays of then; it was checked before, and is no longer than it was.
  if (frozen) return { ok: true, value: shown(readDescription(source, frozenLists(frozen)).diagnostics) };
  if (source.length <= LONG) return { ok: true, value: shown((await readDescriptionText(source)).diagnostics) };
  const turn = queue.then(() => inThread(source));
  queue = turn.then(
    () => undefined,
    () => undefined,
  );
  const diagnostics = await turn;
  return diagnostics
    ? { ok: true, value: shown(diagnostics) }
    : refuseApi('server.busy', 'Checking this text took too long.');
}

let queue: Promise<unknown> = Promise.resolve();

function inThread(source: string): Promise<readonly Diagnostic[] | undefined> {
  const worker = new Worker(new URL('./examine-worker.ts', import.meta.url), { workerData: source });
  const { promise, resolve, reject } = Promise.withResolvers<readonly Diagnostic[] | undefined>();
  const timer = setTimeout(() => resolve(undefined), LIMIT_MS);
  worker.once('message', (diagnostics: readonly Diagnostic[]) => resolve(diagnostics));
  worker.once('error', reject);
  return promise.finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
}

function shown(diagnostics: readonly Diagnostic[]): Findings {
  const errors = diagnostics.filter(({ level }) => level === 'error').length;
  return {
    findings: diagnostics.slice(0, MOST_SHOWN).map(findingOf),
    errors,
    warnings: diagnostics.length - errors,
  };
}

function findingOf({ level, code, sentence, expected, suggestion, start, end }: Diagnostic): Finding {
  return {
    level,
    code,
    sentence,
    expected: expected ?? null,
    suggestion: suggestion ?? null,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
