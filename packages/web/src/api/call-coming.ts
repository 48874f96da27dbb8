import { addressOf } from './address.ts';
import { send } from './send.ts';

export type ComingSends = {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

/**
 * Calls a route that the contract does not have yet, with a shape that the caller names. As soon as the contract has it,
 * use `call`, which knows the shape.
 */
export async function callComing<T>(key: string, { params, body }: ComingSends = {}): Promise<T> {
  const { method, path } = addressOf(key, params);
  return (await send(method, path, { body })) as T;
}
