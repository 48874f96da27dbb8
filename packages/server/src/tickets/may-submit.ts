/** Whether somebody may submit a ticket, and if not, why and what to do (AC5, AC6, AC20). */
import { CUSTOMER_ROLE_NAMES, rolesMay } from '@tamarack/contract';
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

/** Some roles of each side submit tickets; of the customer's, a description may say which. */
function roleObstacle(
  { terms }: AgreedTerms,
  fact: string,
  { side, roles, isSelf, maySubmit }: Submitter,
): Obstacle | undefined {
  if (side === 'provider') return maySubmit ? undefined : ONLY_STAFF_OF_TICKETS;
  const named = Object.entries(terms.description.roles.customer).filter(([, { may }]) => may?.includes(fact));
  if (maySubmit && (named.length === 0 || named.some(([name]) => roles.includes(name)))) return undefined;
  const names = named.length === 0 ? USUALLY : orOf(named.map(([, { name }]) => name.toLowerCase()));
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

const ONLY_STAFF_OF_TICKETS: Obstacle = {
  promise: 'roles',
  says: 'Tickets are submitted by staff who work on them.',
  missing: ['You have no role with which you work on tickets.'],
  remedies: ['Ask an engineer or the account team, or have an administrator give you such a role.'],
};

/** Those of the customer who may, where the description leaves it open. */
const USUALLY = orOf(
  CUSTOMER_ROLE_NAMES.filter((role) => rolesMay([role], 'tickets.submit')).map((role) => role.replaceAll('-', ' ')),
);

function orOf(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' or ');
}
