/**
 * One route of the API, as data. From the table of all routes Fastify gets its routes, the web its typed client and the
 * world OpenAPI 3.1; nothing about a route is written down anywhere else.
 */
import type { z } from 'zod';
import type { Action } from '../people/who-may.ts';
import type { ApiRefusalCode } from './refusals.ts';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

/** "GET /accounts/:accountId": the method and the path below /api/v1; parameters begin with a colon. */
export type RouteKey = `${Method} /${string}`;

export type Route = {
  /** What it does, in one sentence that begins with a verb. */
  readonly summary: string;
  /** The heading under which the documentation lists it. */
  readonly tag: string;
  /** Who may call it: an action of the who-may table, `anyone` without signing in, or `signed-in`. */
  readonly may: Action | 'anyone' | 'signed-in';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** What comes back; `nothing` is 204, `file` bytes with their own headers, `events` server-sent events, `text` plain text. */
  readonly reply: z.ZodType | 'nothing' | 'file' | 'events' | 'text';
  /** The refusals of its own; those of every route (not signed in, not allowed, wrong input …) are understood. */
  readonly refusals?: readonly ApiRefusalCode[];
  /** It works for staff who lack the second factor that the installation asks for: their profile, where they set it up. */
  readonly withoutSecondFactor?: true;
  /** It creates something: 201, and `Idempotency-Key` makes a repeated call harmless. */
  readonly creates?: true;
  /** It changes something that has a version: `If-Match` is required. */
  readonly edits?: true;
  /** The body is a file of this many bytes at most, streamed (`application/octet-stream`, name in the query). */
  readonly upload?: { readonly maxBytes: number };
};

/** Keeps the exact types of a table of routes while checking each of them. */
export function routeTable<const T extends Readonly<Record<RouteKey, Route>>>(table: T): T {
  return table;
}
