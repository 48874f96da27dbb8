/** A process that only works has no web and no API, but it is watched like every other. */
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';

export function buildProbes(
  log: FastifyBaseLogger,
  plugins: readonly ((app: FastifyInstance) => void)[],
): FastifyInstance {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
  });
  for (const plugin of plugins) plugin(app);
  return app;
}
