import { type QueryClient, useQuery } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { takeRereading } from '../../api/reread.ts';
import type { TicketIds } from '../ticket.ts';
import { mergedMessages } from './merged-messages.ts';
import type { Message } from './message.ts';

const MESSAGES = 'GET /accounts/:accountId/tickets/:ticketId/messages';
const PAGE = 200;
/** A message bears the instant at which its sending began, on a server whose clock may lag: later ones may be there before it. */
const LATE_MS = 5 * 60_000;

/**
 * The whole conversation, the earliest first. It is read once: what is written stays as it is, so that after a change only what
 * came since is asked for. (What is erased, or moved by a split, is another matter: see api/live.ts.)
 */
export function useConversation(ids: TicketIds) {
  return useQuery({
    queryKey: keyOf(ids),
    queryFn: async ({ client, signal }) => {
      const last = takeRereading(ids.ticketId) ? undefined : known(client, ids)?.at(-1);
      const since = last && new Date(Date.parse(last.at) - LATE_MS).toISOString();
      const read = await readSince(ids, since, signal);
      // Meanwhile a reply of one's own may have been put there.
      return mergedMessages(known(client, ids) ?? [], read);
    },
    // The parts that stayed are the same already.
    structuralSharing: false,
  });
}

/** Puts a message in its place at once: between what was pending and what is read again nothing flickers. */
export function addToConversation(client: QueryClient, ids: TicketIds, message: Message): void {
  client.setQueryData<readonly Message[]>(keyOf(ids), (messages) => messages && mergedMessages(messages, [message]));
}

function known(client: QueryClient, ids: TicketIds): readonly Message[] | undefined {
  return client.getQueryData<readonly Message[]>(keyOf(ids));
}

function keyOf({ accountId, ticketId }: TicketIds) {
  return [MESSAGES, { params: { accountId, ticketId } }] as const;
}

async function readSince(params: TicketIds, since: string | undefined, signal: AbortSignal): Promise<Message[]> {
  const read: Message[] = [];
  let after: string | undefined;
  do {
    const query = { limit: PAGE, ...(since === undefined ? {} : { since }), ...(after === undefined ? {} : { after }) };
    const page = await call(MESSAGES, { params, query }, { signal });
    read.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return read;
}
