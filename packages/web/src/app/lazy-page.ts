import { lazyRouteComponent } from '@tanstack/react-router';
import { isReachable, noteSilence, onReachability } from '../api/reachability.ts';

/**
 * A page that is loaded when somebody goes there. The router takes a file that is missing for a newer version and reloads the
 * page; while the server is away that would leave nothing but the browser's own error, so until it answers we wait.
 */
export function lazyPage<Module extends Record<string, unknown>, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Name,
) {
  return lazyRouteComponent(() => patiently(load), name);
}

async function patiently<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (await answers()) throw error;
    noteSilence();
    await reachableAgain();
    return load();
  }
}

/** Any answer, of whatever status, but a gateway's. */
async function answers(): Promise<boolean> {
  return fetch('/favicon.svg', { cache: 'no-store' }).then(
    ({ status }) => status < 500,
    () => false,
  );
}

async function reachableAgain(): Promise<void> {
  if (isReachable()) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = onReachability((reachable) => {
    if (reachable) resolve();
  });
  await promise;
  stop();
}
