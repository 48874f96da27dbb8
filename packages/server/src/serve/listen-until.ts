/** Listens, and stops as requests allow. */
import type { FastifyInstance } from 'fastify';

/** A browser keeps its connection for the next request, which will not come any more. */
const LOOK_FOR_IDLE_EVERY_MS = 100;

/** Gives what stops it: no new connections, requests under way finish. Once `hurry` is aborted they are cut off. */
export async function listenUntil(
  app: FastifyInstance,
  address: { readonly host: string; readonly port: number },
  hurry: AbortSignal,
): Promise<() => Promise<void>> {
  await app.listen(address);
  return async () => {
    const looking = setInterval(() => {
      if (hurry.aborted) app.server.closeAllConnections();
      else app.server.closeIdleConnections();
    }, LOOK_FOR_IDLE_EVERY_MS);
    await app.close();
    clearInterval(looking);
  };
}
