/** The HTTP server: Fastify with our routes, problem details for everything refused, and safe headers. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Routes } from '@tamarack/contract';
import { isCrossSite } from './cross-site.ts';
import type { AnyHandlers } from './handler.ts';
import type { HttpParts } from './http-parts.ts';
import { isNestedTooDeeply } from './is-nested-too-deeply.ts';
import { networkOf } from './network-of.ts';
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
/** A request has to be there by then, or a few thousand that trickle in hold every connection: 100 MB in 15 minutes. */
const ARRIVES_WITHIN_MS = 15 * 60_000;

/** Builds the server; `plugins` add what is no route of the contract (sign-in, metrics, the web application). */
export async function buildServer(
  routes: Routes,
  handlers: AnyHandlers,
  parts: HttpParts,
  logger: FastifyBaseLogger | undefined,
  plugins: readonly ((app: FastifyInstance) => Promise<void> | void)[] = [],
): Promise<FastifyInstance> {
  const headers = await safeHeaders(parts.publicUrl);
  const begin = (request: FastifyRequest, reply: FastifyReply) => {
    // Beneath Fastify, so that who takes an answer over from it says them too.
    reply.raw.setHeaders(headers);
    reply.header('x-request-id', request.id);
  };
  const app = Fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: JSON_BYTES,
    requestTimeout: ARRIVES_WITHIN_MS,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    trustProxy: ['loopback', ...(parts.trustedProxies ?? [])],
    return503OnClosing: true,
    // An address that cannot be decoded: before any route, and so before the handlers below.
    frameworkErrors: (error, request, reply) => {
      begin(request, reply);
      sendProblem(reply, refusalOf(error));
    },
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
    begin(request, reply);
    if (isCrossSite(request, parts.publicUrl)) return sendProblem(reply, refuseApi('request.cross-site').refusal);
    // What somebody may see is in no browser's or proxy's store; whoever sends files says otherwise.
    if (isApi(request)) reply.header('cache-control', 'no-store');
    if (isApi(request) && !isSignIn(request)) request.visitor = await parts.visitorOf(request);
    return undefined;
  });
  app.addHook('preValidation', (request, reply, done) => {
    const { body } = request;
    if (body instanceof Readable || !isNestedTooDeeply(body)) return done();
    return sendProblem(reply, refuseApi('request.invalid', 'The request is nested too deeply.').refusal);
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
  await app.register(rateLimit, {
    hook: 'preParsing',
    max: parts.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => request.visitor?.personId ?? networkOf(request.ip),
    allowList: (request) => !isApi(request),
    enableDraftSpec: true,
    errorResponseBuilder: () =>
      Object.assign(new Error('too many requests'), { code: 'FST_ERR_RATE_LIMIT', statusCode: 429 }),
  });
  for (const plugin of plugins) await plugin(app);
  app.after(() => registerRoutes(app, routes, handlers, parts));
  await app.ready();
  return app;
}

/** By the route that was found: the address may spell it otherwise (/%61pi/v1/…). */
function isApi({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.startsWith('/api/') === true;
}

/** Whoever signs in is nobody yet. */
function isSignIn({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.startsWith('/api/auth/') === true;
}
