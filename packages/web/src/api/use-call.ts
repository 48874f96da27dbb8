import type { CallableKey, Gives, Sends } from '@tamarack/contract';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { call } from './call.ts';
import { keyOf } from './key-of.ts';
import type { GetKey } from './use-get.ts';

export type CallHookOptions = {
  /** What has to be read again afterwards; without it every query that is on screen. */
  readonly refreshes?: readonly GetKey[];
  /** The form shows refusals beside its fields (`useRefusedForm`), so that no notice is needed. */
  readonly quiet?: boolean;
};

/** Changes something by a route: `const open = useCall('POST /accounts'); open.mutate({ body })`. */
export function useCall<K extends Exclude<CallableKey, GetKey>>(
  key: K,
  { refreshes, quiet = false }: CallHookOptions = {},
): UseMutationResult<Gives<K>, Error, Sends<K>> {
  const client = useQueryClient();
  return useMutation({
    mutationKey: [key],
    mutationFn: (sends) => call(key, sends, { idempotencyKey: keyOf(sends) }),
    onSuccess: () =>
      refreshes
        ? Promise.all(refreshes.map((each) => client.invalidateQueries({ queryKey: [each] })))
        : client.invalidateQueries(),
    meta: { quiet },
  });
}
