/** What the terms under which a ticket was received say of it, and what was asked for by them, for one reader. */
import { durationInWords, roleName, scopeOf, type Description } from '@tamarack/core';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { escalationsOf, type Escalation } from './escalation-views.ts';
import { peopleInCharge, type RoleOf } from './people-in-charge-views.ts';
import { waitingProposal } from './severity-proposal-store.ts';
import { ticketUnderTerms } from './received-under.ts';
import type { TicketFound } from './ticket-views.ts';
import type { Ids } from './ids.ts';

export type TermsOfTicket = Gives<'GET /accounts/:accountId/tickets/:ticketId/terms'>;
type Ladders = NonNullable<Description['escalations']>;

/** Refuses `record.not-found`. A ticket under no contract has nothing of all this. */
export async function termsOfTicket(tx: Tx, ids: Ids, visitor: Visitor): Promise<ApiResult<TermsOfTicket>> {
  const under = await ticketUnderTerms(tx, ids);
  if (!under) return refuseApi('record.not-found');
  const { ticket: found, agreed } = under;
  if (!agreed)
    return { ok: true, value: { severities: [], grounds: [], ladders: [], proposal: null, escalations: [] } };
  const { description } = agreed.terms;
  const escalations = await escalationsOf(tx, ids);
  return {
    ok: true,
    value: {
      severities: Object.entries(description.severities?.list ?? {}).map(
        ([severity, { name, criteria, also = [] }]) => ({
          severity: Number(severity),
          name,
          criteria: [...criteria],
          also: also.map(({ says, approval }) => ({
            says,
            approver: approval ? roleInWords(roleOfOwner(approval), description) : null,
          })),
        }),
      ),
      grounds: scopeOf(agreed.terms).grounds.map(({ name, title, says = null, items }) => ({
        ground: name,
        title,
        says,
        items: [...items],
      })),
      ladders: await laddersFor(tx, found, description, visitor),
      proposal: await proposalShown(tx, ids, found, description, visitor),
      escalations: escalations.map((escalation) => escalationShown(escalation, description)),
    },
  };
}

/** An owner of the language: one role of one side. */
export function roleOfOwner(owner: {
  readonly provider?: string | undefined;
  readonly customer?: string | undefined;
}): RoleOf {
  return owner.customer === undefined
    ? { side: 'provider', role: owner.provider ?? '' }
    : { side: 'customer', role: owner.customer };
}

function roleInWords({ side, role }: RoleOf, description: Description): string {
  return roleName(role, description, side);
}

async function laddersFor(
  tx: Tx,
  { accountId, contractId }: TicketFound,
  description: Description,
  { personId, side }: Visitor,
): Promise<TermsOfTicket['ladders']> {
  const shown: TermsOfTicket['ladders'] = [];
  for (const [ladder, { name, grounds, by, steps }] of Object.entries<Ladders[string]>(description.escalations ?? {})) {
    const owner = roleOfOwner(by);
    const people = owner.side === side ? await peopleInCharge(tx, accountId, contractId, owner) : [];
    shown.push({
      ladder,
      title: name,
      grounds: [...grounds],
      by: roleInWords(owner, description),
      steps: steps.map(({ role, within, says = null }) => ({
        role: roleName(role, description, 'provider'),
        within: within === undefined ? null : durationInWords(within),
        says,
      })),
      mayRaise: people.some(({ id }) => id === personId),
    });
  }
  return shown;
}

async function proposalShown(
  tx: Tx,
  ids: Ids,
  { contractId, state }: TicketFound,
  description: Description,
  { personId }: Visitor,
): Promise<TermsOfTicket['proposal']> {
  const waiting = state === 'open' ? await waitingProposal(tx, ids) : undefined;
  if (!waiting) return null;
  const { id, severity, because, reason, by, at } = waiting;
  const approvers = await peopleInCharge(tx, ids.accountId, contractId, waiting);
  return {
    id,
    severity,
    name: description.severities?.list[String(severity) as '1']?.name ?? '',
    because,
    reason,
    by,
    at,
    approver: roleInWords(waiting, description),
    approvers: approvers.map(({ name }) => name),
    mayDecide: approvers.some((approver) => approver.id === personId),
    mayWithdraw: by?.id === personId,
  };
}

/** A ladder that the description of the ticket does not know (any more) is called by its name, and has no next step. */
function escalationShown(escalation: Escalation, description: Description): TermsOfTicket['escalations'][number] {
  const known = description.escalations?.[escalation.ladder];
  const roleAt = (step: number) => {
    const role = known?.steps[step - 1]?.role;
    return role === undefined ? null : roleName(role, description, 'provider');
  };
  return {
    ...escalation,
    title: known?.name ?? escalation.ladder.replaceAll('-', ' '),
    role: roleAt(escalation.step) ?? '',
    nextRole: roleAt(escalation.step + 1),
  };
}
