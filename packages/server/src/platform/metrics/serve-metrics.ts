/**
 * /metrics, for Prometheus. With METRICS_TOKEN whoever has it may read them; without one, only this machine itself: what a
 * proxy forwards is somebody else's. Everybody else is told that there is nothing.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics.ts';

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

export function serveMetrics(app: FastifyInstance, { registry, http }: Metrics, token: string | undefined): void {
  app.addHook('onResponse', (request, reply, done) => {
    // A route as it is written, never an address: addresses hold ids, and there are endlessly many.
    const route = request.routeOptions.url ?? 'none';
    http.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, token)) return reply.callNotFound();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

function mayRead({ headers, socket }: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined);
  return !isForwarded && LOOPBACK.test(socket.remoteAddress ?? '');
}

/** Hashes are of one length, so that neither length nor content shows in the time it takes. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
