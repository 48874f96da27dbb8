/** Fastify's routes, from the contract's table and the capabilities' handlers. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { API_BASE, type Route, type RouteKey, type Routes } from '@tamarack/contract';
import { etagOf } from './etag.ts';
import type { AnyHandlers } from './handler.ts';
import type { HttpParts } from './http-parts.ts';
import { type RunAnswer, type RunnableHandler, runRoute } from './run-route.ts';
import { sendProblem } from './send-problem.ts';

/** Registers every route that has a handler; that none is without, the application's test holds. */
export function registerRoutes(app: FastifyInstance, routes: Routes, handlers: AnyHandlers, parts: HttpParts): void {
  for (const [key, route] of Object.entries(routes) as [RouteKey & keyof Routes, Route][]) {
    const handler = handlers[key] as RunnableHandler | undefined;
    if (!handler) continue;
    const [method = '', path = ''] = key.split(' ');
    app.route({
      method,
      url: API_BASE + path,
      ...(route.upload ? { bodyLimit: route.upload.maxBytes } : {}),
      handler: async (request, reply) => {
        const answer = await runRoute(route, handler, parts, request.visitor, request, reply);
        return send(route, answer, reply, parts.checkReplies ?? false);
      },
    });
  }
}

function send(route: Route, answer: RunAnswer, reply: FastifyReply, checked: boolean): FastifyReply {
  if (!answer.ok) return sendProblem(reply, answer.refusal);
  if ('sent' in answer) return reply;
  if ('json' in answer) {
    if (checked) checkReply(route, JSON.parse(answer.json));
    return reply.type('application/json; charset=utf-8').send(answer.json);
  }
  if (route.reply === 'nothing') return reply.code(204).send();
  if (route.reply === 'text') return reply.type('text/plain; charset=utf-8').send(answer.value);
  const json = JSON.stringify(answer.value);
  if (checked) checkReply(route, JSON.parse(json));
  const version = versionIn(answer.value);
  if (version !== undefined) reply.header('etag', etagOf(version));
  return reply
    .code(route.creates ? 201 : 200)
    .type('application/json; charset=utf-8')
    .send(json);
}

function versionIn(value: unknown): number | undefined {
  const has = typeof value === 'object' && value !== null && 'version' in value;
  return has && typeof value.version === 'number' ? value.version : undefined;
}

/** Throws where the reply is not what the contract says. */
function checkReply({ reply, summary }: Route, value: unknown): void {
  if (typeof reply === 'string') return;
  const read = reply.safeParse(value);
  if (!read.success)
    throw new TypeError(`The reply of "${summary}" breaks the contract: ${z.prettifyError(read.error)}`);
}
