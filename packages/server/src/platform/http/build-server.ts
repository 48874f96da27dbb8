/** The HTTP server: Fastify with our routes, problem details for everything refused, and safe headers. */
import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Routes } from '@tamarack/contract';
import { isCrossSite } from './cross-site.ts';
import type { AnyHandlers } from './handler.ts';
import type { HttpParts } from './http-parts.ts';
import { refuseApi } from './refuse-api.ts';
import { registerRoutes } from './register-routes.ts';
import { safeHeaders } from './safe-headers.ts';
import { sendProblem } from './send-problem.ts';
import { refusalOf } from './thrown.ts';
import type { Visitor } from './visitor.ts';

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor | undefined;
  }
}

const JSON_BYTES = 2 * 1024 * 1024;

/** Builds the server; `plugins` add what is no route of the contract (sign-in, metrics, the web application). */
export async function buildServer(
  routes: Routes,
  handlers: AnyHandlers,
  parts: HttpParts,
  logger: FastifyBaseLogger | undefined,
  plugins: readonly ((app: FastifyInstance) => Promise<void> | void)[] = [],
): Promise<FastifyInstance> {
  const app = Fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: JSON_BYTES,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    trustProxy: 'loopback',
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  });
  app.decorateRequest('visitor', undefined);
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.code === 'server.failed') request.log.error({ err: error }, 'a request failed');
    return sendProblem(reply, refusal);
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, refuseApi('route.unknown').refusal));
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (isCrossSite(request, parts.publicUrl)) return sendProblem(reply, refuseApi('request.cross-site').refusal);
    if (isApi(request)) request.visitor = await parts.visitorOf(request);
    return undefined;
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions, visitor } = request;
    const said = {
      requestId: request.id,
      method,
      route: routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      person: visitor?.personId,
    };
    request.log.info(said, 'request');
    done();
  });
  await safeHeaders(app, parts.publicUrl);
  await app.register(rateLimit, {
    hook: 'preParsing',
    max: parts.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => request.visitor?.personId ?? request.ip,
    allowList: (request) => !request.url.startsWith('/api/'),
    enableDraftSpec: true,
    errorResponseBuilder: () =>
      Object.assign(new Error('too many requests'), { code: 'FST_ERR_RATE_LIMIT', statusCode: 429 }),
  });
  for (const plugin of plugins) await plugin(app);
  app.after(() => registerRoutes(app, routes, handlers, parts));
  await app.ready();
  return app;
}

function isApi({ url }: FastifyRequest): boolean {
  return url.startsWith('/api/') && !url.startsWith('/api/auth/');
}
