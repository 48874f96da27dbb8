/** What a capability gives for each of its routes. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { RouteKey, Routes } from '@tamarack/contract';
import type { Actor } from '../database/actor.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/tx.ts';
import type { ApiResult } from './refuse-api.ts';
import type { Visitor } from './visitor.ts';

type Key = keyof Routes & RouteKey;
type Output<T> = T extends z.ZodType ? z.output<T> : undefined;
type Part<R, Name extends string> = R extends Readonly<Record<Name, infer T>> ? Output<T> : undefined;
type ReplyOf<R> = R extends { readonly reply: infer T } ? (T extends z.ZodType ? z.input<T> : undefined) : undefined;

type Asked<K extends Key> = {
  readonly params: Part<Routes[K], 'params'>;
  readonly query: Part<Routes[K], 'query'>;
  readonly body: Part<Routes[K], 'body'>;
  readonly actor: Actor;
  readonly visitor: Visitor | undefined;
  readonly now: Temporal.Instant;
  /** The version that `If-Match` names, on routes that edit. */
  readonly ifMatch: number;
};

/** A call inside its transaction: reading for GET, writing for everything else. */
export type Call<K extends Key> = Asked<K> & { readonly tx: Tx };
/** `json` is the reply already written as JSON, for the hot ways whose rows PostgreSQL writes itself. */
export type Answer<K extends Key> = ApiResult<ReplyOf<Routes[K]>> | { readonly ok: true; readonly json: string };

/** A call that opens its transactions itself and may answer by itself: uploads, files, live events. */
export type LoneCall<K extends Key> = Asked<K> & {
  readonly db: Database;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};
/** `sent`: the handler has answered through `reply`. */
export type LoneAnswer<K extends Key> = Answer<K> | { readonly ok: true; readonly sent: true };

export type Handler<K extends Key> =
  | ((call: Call<K>) => Promise<Answer<K>>)
  | { readonly alone: (call: LoneCall<K>) => Promise<LoneAnswer<K>> };

/** Handlers of some routes; `Handlers<keyof typeof accountRoutes>` makes forgetting one an error. */
export type Handlers<K extends Key> = { readonly [Name in K]: Handler<Name> };
/** Handlers of any routes, once they are registered. */
export type AnyHandlers = Readonly<Partial<{ [Name in Key]: Handler<Name> }>>;
