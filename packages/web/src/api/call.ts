import type { CallableKey, Gives, Sends } from '@tamarack/contract';
import { addressOf } from './address.ts';
import { send } from './send.ts';

export type CallOptions = {
  readonly signal?: AbortSignal;
  /** Repeating a POST under the same key creates nothing twice. Without one a fresh key is made. */
  readonly idempotencyKey?: string;
};

/**
 * Calls a route of the contract: `call('GET /accounts/:accountId', { params: { accountId } })`. `version` goes out as
 * If-Match. Throws `Refused` or `Unreachable`.
 */
export async function call<K extends CallableKey>(
  key: K,
  sends: Sends<K>,
  options: CallOptions = {},
): Promise<Gives<K>> {
  const { params = {}, query = {}, body, version } = sends as Loose;
  const { method, path } = addressOf(key, params, query);
  const headers = {
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    ...(method === 'POST' ? { 'idempotency-key': options.idempotencyKey ?? crypto.randomUUID() } : {}),
  };
  // The server holds every reply against the contract in its tests; reading it here again would bring zod along.
  return (await send(method, path, { body, headers, signal: options.signal })) as Gives<K>;
}

/** What `Sends` has for any route. */
type Loose = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly version?: number;
};
