/** /healthz: the process answers. /readyz: it can also do its work, so that a balancer may send requests. */
import type { FastifyInstance } from 'fastify';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import { isSchemaRight } from '../platform/database/is-schema-right.ts';

/** Longer than a healthy database ever takes, shorter than a balancer waits. */
const PATIENCE_MS = 2_000;

export function serveHealth(app: FastifyInstance, db: Database, stopping: AbortSignal): void {
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    const missing = stopping.aborted ? 'stopping' : await missingOf(db);
    return reply
      .code(missing === undefined ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(missing === undefined ? { ready: true } : { ready: false, because: missing });
  });
}

async function missingOf(db: Database): Promise<'database' | 'schema' | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<'database'>();
  const timer = setTimeout(() => resolve('database'), PATIENCE_MS);
  const look = db.read(SYSTEM, isSchemaRight).then(
    (isRight) => (isRight ? undefined : ('schema' as const)),
    () => 'database' as const,
  );
  const missing = await Promise.race([look, late]);
  clearTimeout(timer);
  return missing;
}
