import { notifications } from '@mantine/notifications';
import type { Gives, Sends } from '@tamarack/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { tellUndone } from '../../../api/tell-failure.ts';
import { countWords } from '../../../ui/count-words.ts';
import { offerUndo } from '../../../ui/offer-undo.tsx';
import type { TicketRow } from '../../ticket.ts';
import { type Result, undoingsOf } from './undoings.ts';

export type Change = Sends<'POST /tickets/changes'>['body']['action'];
type Given = Gives<'POST /tickets/changes'>;

/** As many as the API takes at a time. */
const AT_ONCE = 100;

/** Does the same to many tickets, says honestly what was refused, and offers to take the rest back. */
export function useChangeMany(): {
  readonly isPending: boolean;
  /** `says`: what was done, as "3 tickets …" goes on. `goOn` is called when all of it is known. */
  readonly change: (rows: readonly TicketRow[], action: Change, says: string, goOn: () => void) => Promise<void>;
} {
  const client = useQueryClient();
  const [isPending, setPending] = useState(false);
  const send = async (
    tickets: readonly Pick<Result, 'accountId' | 'ticketId'>[],
    action: Change,
    takesBack = false,
  ) => {
    const results: Result[] = [];
    for (let from = 0; from < tickets.length; from += AT_ONCE) {
      const part = tickets.slice(from, from + AT_ONCE).map(({ accountId, ticketId }) => ({ accountId, ticketId }));
      const given: Given = await call('POST /tickets/changes', { body: { tickets: part, action, takesBack } });
      results.push(...given.results);
    }
    return results;
  };
  const undo = async (results: readonly Result[], action: Change) => {
    try {
      for (const { tickets, action: back } of undoingsOf(results, action)) await send(tickets, back, true);
    } catch (error) {
      if (error instanceof Error) tellUndone(error, 'Undo');
    }
    await client.invalidateQueries();
  };
  const change = async (rows: readonly TicketRow[], action: Change, says: string, goOn: () => void) => {
    setPending(true);
    try {
      const results = await send(
        rows.map(({ accountId, id }) => ({ accountId, ticketId: id })),
        action,
      );
      const done = results.filter(({ refusal }) => refusal === null);
      if (done.length > 0)
        offerUndo({ says: `${countWords(done.length, 'ticket')} ${says}.`, undo: () => void undo(done, action) });
      tellRefused(rows, results);
    } catch (error) {
      if (error instanceof Error) tellUndone(error, `The change of ${countWords(rows.length, 'ticket')}`);
    }
    setPending(false);
    goOn();
    await client.invalidateQueries();
  };
  return { isPending, change };
}

function tellRefused(rows: readonly TicketRow[], results: readonly Result[]): void {
  const refused = results.flatMap(({ ticketId, refusal }) => {
    const reference = rows.find(({ id }) => id === ticketId)?.reference;
    return refusal === null ? [] : [`#${reference}: ${refusal.sentence}`];
  });
  if (refused.length === 0) return;
  notifications.show({
    title: `${countWords(refused.length, 'ticket')} stayed as before`,
    message: refused.slice(0, 5).join(' '),
    color: 'larch',
    withBorder: true,
    autoClose: 15_000,
  });
}
