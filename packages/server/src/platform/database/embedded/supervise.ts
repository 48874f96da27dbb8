import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedResult } from './embedded-refusals.ts';
import type { Postmaster, PostmasterEnd } from './postmaster.ts';

/** An end of PostgreSQL that nobody asked for; `code` and `signal` are null when it did not even start. */
export type UnexpectedExit = PostmasterEnd & { readonly restartInMilliseconds: number };

/** One that ends sooner did not come up in earnest. */
const LIVED_MILLISECONDS = 100;
const FIRST_DELAY_MILLISECONDS = 250;
const LONGEST_DELAY_MILLISECONDS = 60_000;

/**
 * Keeps a postmaster running: one that ends unasked is started again, at once where it had lived. Where it does not come up, each
 * attempt waits twice as long as the one before, a minute at most: a full disk must neither spin nor need a person once there is
 * room. The result stops it for good.
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
  let upSince: number | undefined = performance.now();

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
      const restartInMilliseconds = restartDelay(upSince);
      const when = restartInMilliseconds === 0 ? 'now' : `in ${Math.ceil(restartInMilliseconds / 1000)} s`;
      notice.log(
        `PostgreSQL has ended (${end.signal ?? `code ${end.code ?? 'unknown'}`}); it is started again ${when}`,
      );
      notice.onExit({ ...end, restartInMilliseconds });
      await pause(restartInMilliseconds, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      current = isStopping() ? undefined : await restart();
      upSince = current && performance.now();
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

/** How long the next restart has to wait, in milliseconds, after a postmaster that came up `upSince` (or did not) has ended. */
function delayOfRestarts(): (upSince: number | undefined) => number {
  let delay = 0;
  return (upSince) => {
    const hasLived = upSince !== undefined && performance.now() - upSince >= LIVED_MILLISECONDS;
    delay = hasLived ? 0 : Math.min(LONGEST_DELAY_MILLISECONDS, Math.max(FIRST_DELAY_MILLISECONDS, 2 * delay));
    return delay;
  };
}
