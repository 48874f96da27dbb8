/** Whether somebody may submit a ticket, and if not, why and what to do (AC5, AC6, AC20). */
import type { AgreedTerms } from '../terms/index.ts';
import type { BeforeFacts, Intended } from '../obligations/index.ts';
import type { Visitor } from '../platform/http/visitor.ts';

export type Obstacle = {
  readonly promise: string;
  readonly says: string;
  readonly missing: string[];
  readonly remedies: string[];
};

/** Empty where nothing stands before it. `named`: the roles of this contract for which the person is named. */
export function obstaclesTo(
  before: BeforeFacts,
  agreed: AgreedTerms,
  intended: Intended,
  visitor: Visitor,
  accountId: string,
): readonly Obstacle[] {
  const shut = before
    .gates(agreed, intended)
    .filter(({ open }) => !open)
    .map(({ promise, says, needs }) => {
      const absent = needs.filter(({ given }) => !given);
      return {
        promise,
        says,
        missing: absent.map(({ missing }) => missing),
        remedies: absent.map(({ remedy }) => remedy),
      };
    });
  const role = roleObstacle(agreed, intended.fact, visitor, accountId);
  return role ? [role, ...shut] : shut;
}

/** A description may say which of the customer's roles submit; staff submit for whoever asked them. */
function roleObstacle({ terms }: AgreedTerms, fact: string, visitor: Visitor, accountId: string): Obstacle | undefined {
  const entitled = Object.entries(terms.description.roles.customer).filter(([, { may }]) => may?.includes(fact));
  if (visitor.side === 'provider' || entitled.length === 0) return undefined;
  const own: readonly string[] = visitor.accountRoles.get(accountId) ?? [];
  if (entitled.some(([name]) => own.includes(name))) return undefined;
  const names = entitled.map(([, { name }]) => name.toLowerCase()).join(' or ');
  return {
    promise: 'roles',
    says: `Tickets are submitted by the customer's ${names}.`,
    missing: [`You are no ${names} of this account.`],
    remedies: [`Ask a ${names}, or have your customer administrator give you that role.`],
  };
}
