/** A ticket as its page shows it. */
import { levelName } from '@tamarack/core';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { mayOn } from '../platform/http/access-check.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { ticketUnderTerms } from './received-under.ts';

export type ShownTicket = Gives<'GET /accounts/:accountId/tickets/:ticketId'>;

export async function shownTicket(
  tx: Tx,
  accountId: string,
  ticketId: string,
  visitor: Visitor,
): Promise<ApiResult<ShownTicket>> {
  const found = await ticketUnderTerms(tx, { accountId, ticketId }, 'alone');
  if (!found) return refuseApi('record.not-found');
  const { ticket, agreed } = found;
  const { description } = agreed?.terms ?? {};
  return {
    ok: true,
    value: {
      ...ticket,
      description:
        agreed && description
          ? {
              title: description.service.name,
              version: description.document.version,
              level: levelName(agreed.level, description),
            }
          : null,
      severityName: description?.severities?.list[String(ticket.severity ?? '') as '1']?.name ?? null,
      mayChange: mayOn(visitor, accountId, 'tickets.work'),
    },
  };
}
