import type { CallableKey, Gives, Sends } from '@tamarack/contract';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { keyOf } from '../../api/key-of.ts';
import { getOptions } from '../../api/use-get.ts';
import type { Ticket, TicketIds } from '../ticket.ts';

type TicketKey = Exclude<
  Extract<CallableKey, `${string} /accounts/:accountId/tickets/:ticketId${string}`>,
  `GET ${string}`
>;
type Unaddressed<K extends CallableKey> = Omit<Sends<K>, 'params'>;

export type TicketCallOptions<K extends CallableKey> = {
  /** What the page shows at once, before the server answered; taken back if it refuses. */
  readonly shows?: (ticket: Ticket, sends: Unaddressed<K>) => Partial<Ticket>;
  /** Once the server did it, also where the page is gone by then. */
  readonly onGiven?: (given: Gives<K>) => void;
  readonly onFailed?: () => void;
  /** A dialogue shows the refusal itself. */
  readonly quiet?: boolean;
  /** What is done without a dialogue, as its button says it. */
  readonly act?: string;
};

/** Does something to a ticket: the page shows it at once, and says so honestly where the server did not do it. */
export function useTicketCall<K extends TicketKey>(
  key: K,
  ids: TicketIds,
  { shows, onGiven, onFailed, quiet = false, act }: TicketCallOptions<K> = {},
): UseMutationResult<Gives<K>, Error, Unaddressed<K>> {
  const client = useQueryClient();
  const { queryKey } = getOptions('GET /accounts/:accountId/tickets/:ticketId', { params: ids });
  return useMutation({
    mutationKey: [key, ids],
    mutationFn: (sends: Unaddressed<K>) =>
      call(key, { ...sends, params: ids } as unknown as Sends<K>, { idempotencyKey: keyOf(sends) }),
    onMutate: async (sends) => {
      if (!shows) return undefined;
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData<Ticket>(queryKey);
      if (before) client.setQueryData<Ticket>(queryKey, { ...before, ...shows(before, sends) });
      return before;
    },
    onError: (_error, _sends, before) => {
      if (before) client.setQueryData(queryKey, before);
      onFailed?.();
    },
    onSuccess: (given) => {
      if (isTicket(given)) client.setQueryData(queryKey, given);
      onGiven?.(given);
    },
    // Not waited for: what is shown until then is what was done.
    onSettled: () => void client.invalidateQueries(),
    meta: { quiet, act },
  });
}

function isTicket(given: unknown): given is Ticket {
  return typeof given === 'object' && given !== null && 'followers' in given;
}
