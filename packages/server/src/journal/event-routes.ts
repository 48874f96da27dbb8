/** The route of live events. */
import { refuseApi } from '../platform/http/refuse-api.ts';
import type { Handlers } from '../platform/http/handler.ts';
import { streamEvents } from './event-stream.ts';
import type { LiveFeed } from './live-feed.ts';
import type { FastifyRequest } from 'fastify';
import type { Visitor } from '../platform/http/visitor.ts';

/** `visitorOf` is asked again while the stream lasts. */
export function eventHandlers(
  feed: LiveFeed,
  visitorOf: (request: FastifyRequest) => Promise<Visitor | undefined>,
): Handlers<'GET /events'> {
  return {
    'GET /events': {
      alone: async ({ db, visitor, request, reply }) => {
        if (!visitor) return refuseApi('sign-in.required');
        const lastEventId = request.headers['last-event-id'];
        reply.hijack();
        reply.raw.writeHead(200, {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
          'x-content-type-options': 'nosniff',
        });
        await streamEvents(
          reply.raw,
          { db, feed, visitorNow: () => visitorOf(request) },
          visitor,
          typeof lastEventId === 'string' ? lastEventId : undefined,
        ).catch((error: unknown) => {
          // Else it would stay open, and nobody would ever hear anything.
          reply.raw.destroy();
          throw error;
        });
        return { ok: true, sent: true };
      },
    },
  };
}
