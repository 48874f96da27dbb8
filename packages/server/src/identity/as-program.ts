/** Handlers of routes that anyone may call: they are about people whom the caller may not see, so the program looks. */
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

/** Runs `work` in one transaction that sees everybody. What it refuses is rolled back. */
export function byProgram<K extends Key>(
  work: (call: LoneCall<K> & { readonly tx: Tx }) => Promise<ApiResult<Given<K>>>,
): Handler<K> {
  return { alone: (call) => call.db.write(SYSTEM, (tx) => work({ ...call, tx })) };
}
