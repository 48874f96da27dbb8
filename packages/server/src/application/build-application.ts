/** The whole server: platform, capabilities and their routes. */
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import { openApiOf, routes } from '@tamarack/contract';
import type { Clock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { buildServer } from '../platform/http/build-server.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { startLiveFeed } from '../journal/index.ts';
import { handlersOf } from './handlers.ts';

export type ApplicationParts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly publicUrl: string;
  /** Where the bytes of files lie. */
  readonly files: FileStore;
  /** Whether SMTP is configured; without it mails wait. */
  readonly hasMailServer: boolean;
  /** Networks of one's own that webhooks may call; none. */
  readonly webhookNetworks?: readonly string[];
  readonly version: string;
  readonly logger?: FastifyBaseLogger;
  readonly checkReplies?: boolean;
  readonly requestsPerMinute?: number;
  readonly trustedProxies?: readonly string[];
  readonly visitorOf: (request: FastifyRequest) => Promise<Visitor | undefined>;
  /** What is no route of the contract: signing in, metrics, the web application. */
  readonly plugins?: readonly ((app: FastifyInstance) => Promise<void> | void)[];
};

/** Builds it ready to listen. */
export async function buildApplication(parts: ApplicationParts): Promise<FastifyInstance> {
  const {
    logger,
    version,
    requestsPerMinute = 1200,
    plugins = [],
    files,
    hasMailServer,
    webhookNetworks = [],
    ...http
  } = parts;
  const { db, visitorOf } = parts;
  const feed = startLiveFeed({
    db,
    onFailure: (error) => logger?.warn({ err: error }, 'the live feed could not be read'),
  });
  const handlers = handlersOf({ db, feed, visitorOf, files, hasMailServer, webhookNetworks });
  // Made for whoever asks first: it takes a tenth of a second, and few installations are ever asked.
  let openApi: string | undefined;
  return buildServer(routes, handlers, { ...http, requestsPerMinute }, logger, [
    (app) => {
      // A change that this server answered is told without waiting for the next look.
      app.addHook('onResponse', (request, _reply, done) => {
        if (request.method !== 'GET') feed.nudge();
        done();
      });
      app.addHook('preClose', () => feed.stop());
      app.get('/api/openapi.json', (_request, reply) => {
        openApi ??= JSON.stringify(openApiOf(routes, version));
        return reply.type('application/json').send(openApi);
      });
    },
    ...plugins,
  ]);
}
