/** Reads of routes that anyone may call: they are about people whom the caller may not see, so the program looks. */
import type { RouteKey, Routes } from '@tamarack/contract';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Tx } from '../platform/database/tx.ts';
import type { Handler, LoneCall } from '../platform/http/handler.ts';
import type { ApiResult } from '../platform/http/refuse-api.ts';

type Key = keyof Routes & RouteKey;
type Given<K extends Key> = Extract<
  Awaited<ReturnType<Extract<Handler<K>, (...args: never[]) => unknown>>>,
  { ok: true; value: unknown }
>['value'];

/** Runs `work` in one reading transaction that sees everybody. */
export function byProgram<K extends Key>(
  work: (call: LoneCall<K> & { readonly tx: Tx }) => Promise<ApiResult<Given<K>>>,
): Handler<K> {
  return { alone: (call) => call.db.read(SYSTEM, (tx) => work({ ...call, tx })) };
}
