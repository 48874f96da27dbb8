/** The types of a client: what a call of each route takes and gives. Nothing here exists at run time. */
import type { z } from 'zod';
import type { Routes } from './routes.ts';

export type CallableKey = keyof Routes;
type In<R, Name extends string> =
  R extends Readonly<Record<Name, infer T extends z.ZodType>>
    ? { readonly [K in Name]: z.input<T> }
    : { readonly [K in Name]?: never };

/** What a call sends. */
export type Sends<K extends CallableKey> = In<Routes[K], 'params'> &
  (Routes[K] extends { readonly query: infer T extends z.ZodType }
    ? { readonly query?: z.input<T> }
    : { readonly query?: never }) &
  In<Routes[K], 'body'> &
  (Routes[K] extends { readonly edits: true } ? { readonly version: number } : { readonly version?: never });

/** The body of a call as the server has it, read and with defaults filled in. */
export type Body<K extends CallableKey> = Routes[K] extends { readonly body: infer T extends z.ZodType }
  ? z.output<T>
  : undefined;

/** What a call gives. */
export type Gives<K extends CallableKey> = Routes[K] extends { readonly reply: infer T }
  ? T extends z.ZodType
    ? z.output<T>
    : T extends 'text'
      ? string
      : undefined
  : never;
