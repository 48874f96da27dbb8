/** Whether somebody may submit a ticket, and if not, why and what to do (AC5, AC6, AC20). */
import type { AgreedTerms } from '../terms/index.ts';
import type { BeforeFacts, Intended } from '../obligations/index.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import type { Submitter } from './submitter.ts';

export type Obstacle = {
  readonly promise: string;
  readonly says: string;
  readonly missing: string[];
  readonly remedies: string[];
};

/** Empty where nothing stands before it. */
export function obstaclesTo(
  before: BeforeFacts,
  agreed: AgreedTerms,
  intended: Omit<Intended, 'by'>,
  submitter: Submitter,
): readonly Obstacle[] {
  const shut = before
    .gates(agreed, { ...intended, by: submitter.personId })
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
  const role = roleObstacle(agreed, intended.fact, submitter);
  return role ? [role, ...shut] : shut;
}

/** AC20: what stands before it where it is about this product, beside what stands before it anyway. */
export function obstaclesOfProduct(
  before: BeforeFacts,
  agreed: AgreedTerms,
  fact: string,
  submitter: Submitter,
  product: string,
): readonly Obstacle[] {
  const anyway = new Set(obstaclesTo(before, agreed, { fact }, submitter).map(({ promise }) => promise));
  const ofProduct = obstaclesTo(before, agreed, { fact, data: { product } }, submitter);
  return ofProduct.filter(({ promise }) => !anyway.has(promise));
}

/** Refuses `ticket.not-entitled` with what is missing and what to do. */
export function notEntitled({ says, missing, remedies }: Obstacle): ReturnType<typeof refuseApi> {
  const refused = refuseApi('ticket.not-entitled', [says, ...missing].join(' '));
  const remedy = remedies.join(' ');
  return remedy === '' ? refused : { ...refused, refusal: { ...refused.refusal, remedy } };
}

/** A description may say which of the customer's roles submit. */
function roleObstacle({ terms }: AgreedTerms, fact: string, { side, roles, isSelf }: Submitter): Obstacle | undefined {
  const entitled = Object.entries(terms.description.roles.customer).filter(([, { may }]) => may?.includes(fact));
  if (side === 'provider' || entitled.length === 0) return undefined;
  if (entitled.some(([name]) => roles.includes(name))) return undefined;
  const names = entitled.map(([, { name }]) => name.toLowerCase()).join(' or ');
  return {
    promise: 'roles',
    says: `Tickets are submitted by the customer's ${names}.`,
    missing: [isSelf ? `You are no ${names} of this account.` : `This person is no ${names} of the account.`],
    remedies: [
      isSelf
        ? `Ask a ${names}, or have your customer administrator give you that role.`
        : `Choose a ${names}, or give the person that role first.`,
    ],
  };
}
