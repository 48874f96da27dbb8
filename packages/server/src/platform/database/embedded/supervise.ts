import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedResult } from './embedded-refusals.ts';
import type { Postmaster, PostmasterEnd } from './postmaster.ts';

/** An end of PostgreSQL that nobody asked for; `code` and `signal` are null when it did not even start. */
export type UnexpectedExit = PostmasterEnd & { readonly restartInMilliseconds: number };

const RESTARTS_A_MINUTE = 5;
const MINUTE_MILLISECONDS = 60_000;

/**
 * Keeps a postmaster running: one that ends unasked is started again, at once up to five times a minute. After that each restart
 * waits for the minute to pass: a full disk must neither spin nor need a person once there is room. The result stops it for good.
 */
export function supervise(
  first: Postmaster,
  start: (abort: AbortSignal) => Promise<EmbeddedResult<Postmaster>>,
  notice: { readonly onExit: (exit: UnexpectedExit) => void; readonly log: (line: string) => void },
): () => Promise<void> {
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  const restartDelay = delayOfRestarts();
  let current: Postmaster | undefined = first;

  const restart = async (): Promise<Postmaster | undefined> => {
    try {
      const started = await start(stopping.signal);
      if (started.ok) {
        return started.value;
      }
      if (!isStopping()) {
        notice.log(started.refusal.sentence);
      }
    } catch (error) {
      // A full disk, no more processes: the next attempt may find better times, and nobody awaits this one.
      notice.log(`PostgreSQL cannot be started: ${String(error)}`);
    }
    return undefined;
  };

  const watch = async (): Promise<void> => {
    let end: PostmasterEnd = await first.ended;
    while (!isStopping()) {
      const restartInMilliseconds = restartDelay();
      const when = restartInMilliseconds === 0 ? 'now' : `in ${Math.ceil(restartInMilliseconds / 1000)} s`;
      notice.log(
        `PostgreSQL has ended (${end.signal ?? `code ${end.code ?? 'unknown'}`}); it is started again ${when}`,
      );
      notice.onExit({ ...end, restartInMilliseconds });
      await pause(restartInMilliseconds, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      current = isStopping() ? undefined : await restart();
      if (isStopping()) {
        await current?.stop(); // it came up while stop() found nothing to stop
      }
      end = (await current?.ended) ?? { code: null, signal: null };
    }
  };
  const watching = watch();

  return async () => {
    stopping.abort();
    await current?.stop();
    await watching;
  };
}

/** How long the next restart has to wait, in milliseconds, so that no minute holds more than five. */
function delayOfRestarts(): () => number {
  const restarts: number[] = [];
  return () => {
    const now = performance.now();
    const fifthLast = restarts.at(-RESTARTS_A_MINUTE);
    const delay = fifthLast === undefined ? 0 : Math.max(0, fifthLast + MINUTE_MILLISECONDS - now);
    restarts.push(now + delay);
    return delay;
  };
}
