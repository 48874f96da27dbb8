import { lazyRouteComponent } from '@tanstack/react-router';
import { doubt, isReachable, onReachability } from '../api/reachability.ts';

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
    await doubt();
    if (isReachable()) throw error;
    await reachableAgain();
    return load();
  }
}

async function reachableAgain(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = onReachability((reachable) => {
    if (reachable) resolve();
  });
  await promise;
  stop();
}
