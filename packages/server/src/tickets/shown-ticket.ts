/** A ticket as its page shows it. */
import { levelName } from '@tamarack/core';
import { rolesMay, type Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { loadContractTerms, type AgreedTerms } from '../terms/index.ts';
import { ticketById } from './ticket-views.ts';

export type ShownTicket = Gives<'GET /accounts/:accountId/tickets/:ticketId'>;

export async function shownTicket(
  tx: Tx,
  accountId: string,
  ticketId: string,
  visitor: Visitor,
): Promise<ApiResult<ShownTicket>> {
  const found = await ticketById(tx, accountId, ticketId);
  if (!found) return refuseApi('record.not-found');
  const agreed = termsWhenReceived(await loadContractTerms(tx, accountId), found.contractId, found.receivedAt);
  const { description } = agreed?.terms ?? {};
  const roles = [...visitor.staffRoles, ...(visitor.accountRoles.get(accountId) ?? [])];
  return {
    ok: true,
    value: {
      ...found,
      description:
        agreed && description
          ? {
              title: description.service.name,
              version: description.document.version,
              level: levelName(agreed.level, description),
            }
          : null,
      severityName: description?.severities?.list[String(found.severity ?? '') as '1']?.name ?? null,
      mayChange: visitor.side === 'provider' && rolesMay(roles, 'tickets.work'),
    },
  };
}

/** A ticket keeps the terms under which it was received. */
export function termsWhenReceived(
  all: readonly AgreedTerms[],
  contractId: string | null,
  receivedAt: string,
): AgreedTerms | undefined {
  const at = Temporal.Instant.from(receivedAt).epochMilliseconds / 1000;
  const own = all.filter((agreed) => agreed.contractId === contractId);
  return own.find(({ fromAt, untilAt }) => fromAt <= at && (untilAt === undefined || at < untilAt)) ?? own[0];
}
