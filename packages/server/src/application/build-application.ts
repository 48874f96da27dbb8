/** The whole server: platform, capabilities and their routes. */
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import { openApiOf, routes } from '@tamarack/contract';
import type { Clock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { buildServer } from '../platform/http/build-server.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { handlers } from './handlers.ts';

export type ApplicationParts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly version: string;
  readonly logger?: FastifyBaseLogger;
  readonly checkReplies?: boolean;
  readonly requestsPerMinute?: number;
  readonly visitorOf: (request: FastifyRequest) => Promise<Visitor | undefined>;
};

/** Builds it ready to listen. */
export async function buildApplication(parts: ApplicationParts): Promise<FastifyInstance> {
  const { logger, version, requestsPerMinute = 1200, ...http } = parts;
  const openApi = JSON.stringify(openApiOf(routes, version));
  return buildServer(routes, handlers, { ...http, requestsPerMinute }, logger, [
    (app) => {
      app.get('/api/openapi.json', (_request, reply) => reply.type('application/json').send(openApi));
    },
  ]);
}
