import { expect, test, vi } from 'vitest';
import { refuseEmbedded } from './embedded-refusals.ts';
import type { Postmaster, PostmasterEnd } from './postmaster.ts';
import { supervise } from './supervise.ts';

/** A postmaster that ends when it is told to. */
function running() {
  const { promise: ended, resolve } = Promise.withResolvers<PostmasterEnd>();
  const end = (): void => resolve({ code: 1, signal: null });
  const postmaster: Postmaster = { ended, stop: async () => end() };
  return { postmaster, end };
}

const silent = { onExit: () => undefined, log: () => undefined };

test('a postmaster that comes up while it is being stopped is stopped as well', async () => {
  const first = running();
  const second = running();
  const asked = Promise.withResolvers<undefined>();
  const mayStart = Promise.withResolvers<undefined>();
  const stop = supervise(
    first.postmaster,
    async () => {
      asked.resolve(undefined);
      await mayStart.promise;
      return { ok: true, value: second.postmaster };
    },
    silent,
  );
  first.end();
  await asked.promise;
  const stopping = stop();
  mayStart.resolve(undefined);
  await stopping;
  expect(await second.postmaster.ended).toEqual({ code: 1, signal: null });
});

test('a restart that is refused, and one that throws, are tried again', async () => {
  const first = running();
  const third = running();
  const isUp = Promise.withResolvers<undefined>();
  const lines: string[] = [];
  const waits: number[] = [];
  let attempts = 0;
  const stop = supervise(
    first.postmaster,
    async () => {
      attempts += 1;
      if (attempts === 1) {
        return refuseEmbedded('database.start-failed', 'no room');
      }
      if (attempts === 2) {
        throw new Error('no processes');
      }
      isUp.resolve(undefined);
      return { ok: true, value: third.postmaster };
    },
    { onExit: ({ restartInMilliseconds }) => waits.push(restartInMilliseconds), log: (line) => lines.push(line) },
  );
  first.end();
  await isUp.promise;
  await stop();
  expect(lines).toContain('no room');
  expect(lines).toContain('PostgreSQL cannot be started: Error: no processes');
  expect(attempts).toBe(3);
  // The first ended before it had lived, and neither of the others came up.
  expect(waits).toEqual([250, 500, 1000]);
});

test('one that had lived is started again at once', async () => {
  vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValue(100);
  const first = running();
  const second = running();
  const isUp = Promise.withResolvers<undefined>();
  const waits: number[] = [];
  const stop = supervise(
    first.postmaster,
    async () => {
      isUp.resolve(undefined);
      return { ok: true, value: second.postmaster };
    },
    { ...silent, onExit: ({ restartInMilliseconds }) => waits.push(restartInMilliseconds) },
  );
  first.end();
  await isUp.promise;
  await stop();
  expect(waits).toEqual([0]);
});
