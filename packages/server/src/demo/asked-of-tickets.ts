/** What customers ask for on their tickets beside an answer: escalation, and another severity that somebody has to approve. */
import { isRefused } from './demo-server.ts';
import { newSubject } from './happen.ts';
import { planFact } from './plan-fact.ts';
import type { TicketStory } from './ticket-story.ts';
import { MINUTE } from './working-moment.ts';
import { latestTerms, type KnownAccount, type KnownSubject } from './world.ts';

/** Where the service promises that escalations are taken up. */
export function escalate({ world, account, subject, lead, chance }: TicketStory, at: number): void {
  if (!owesWhen(account, subject, 'escalation.raised')) return;
  const escalation = newSubject(account, {
    key: `${subject.key} escalation`,
    kind: 'escalation',
    contractId: subject.contractId,
    about: subject,
  });
  planFact(world, account, {
    subject: escalation,
    fact: 'escalation.raised',
    by: lead,
    at: at + Math.round(chance.between(0, 20) * MINUTE),
    data: { step: 1 },
  });
}

/** Where the description knows a case by approval of a graver severity. */
export function askForSeverity({ world, account, subject, lead }: TicketStory, at: number): void {
  const act = async () => {
    const wanted = byApproval(account, subject);
    if (wanted === undefined || subject.id === undefined) return;
    try {
      await world.server.call(lead, 'POST /accounts/:accountId/tickets/:ticketId/severity-proposal', {
        params: { accountId: account.id, ticketId: subject.id },
        body: { ...wanted, reason: 'Our board follows this one by the hour.' },
      });
    } catch (error) {
      // As in life: it ended or has that severity by now.
      if (!isRefused(error, ['state.not-possible'])) throw error;
    }
  };
  world.plan.add({ at, key: `${account.key} ${subject.key} asks for another severity`, act });
}

function byApproval(
  account: KnownAccount,
  { contractId }: KnownSubject,
): { readonly severity: number; readonly also: number } | undefined {
  const known = latestTerms(account, contractId)?.terms.description.severities?.list ?? {};
  return Object.entries(known)
    .map(([severity, { also = [] }]) => ({
      severity: Number(severity),
      also: also.findIndex(({ approval }) => approval !== undefined),
    }))
    .find(({ also }) => also >= 0);
}

function owesWhen(account: KnownAccount, { contractId }: KnownSubject, fact: string): boolean {
  const promises = latestTerms(account, contractId)?.terms.promises.values() ?? [];
  return [...promises].some(({ clause }) => 'when' in clause && clause.when.includes(fact));
}
