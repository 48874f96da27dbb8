/** The form of a ticket: what may be asked for under which contract, and what a ticket would bring. */
import { roleName } from '@tamarack/core';
import { rolesMay, type Gives } from '@tamarack/contract';
import { beforeFacts } from '../obligations/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import type { AgreedTerms } from '../terms/index.ts';
import { productChoices, requesterChoices, zoneOf } from './form-views.ts';
import { obstaclesOfProduct, obstaclesTo } from './may-submit.ts';
import { submitterOf } from './submitter.ts';

type Form = Gives<'GET /accounts/:accountId/ticket-form'>;
type Promises = Gives<'GET /accounts/:accountId/ticket-form/promises'>;
const KINDS = ['incident', 'service-request'] as const;
const USUAL: Readonly<Record<(typeof KINDS)[number], string>> = {
  incident: 'Something does not work as it should.',
  'service-request': 'You wish for something that belongs to the service.',
};

/** Refuses `value.not-allowed` for a requester who is not of the customer. */
export async function ticketForm(
  tx: Tx,
  accountId: string,
  { requesterId }: { readonly requesterId?: string | undefined },
  visitor: Visitor,
  now: Temporal.Instant,
): Promise<ApiResult<Form>> {
  const submitter = await submitterOf(tx, accountId, visitor, requesterId);
  if (!submitter.ok) return submitter;
  const before = await beforeFacts(tx, accountId, now);
  const products = await productChoices(tx, accountId, now);
  const offers = before.agreed.flatMap((agreed) =>
    KINDS.filter((kind) => isOffered(agreed, kind)).map((kind) => ({
      contractId: agreed.contractId,
      contract: agreed.contractName,
      service: agreed.terms.description.service.name,
      kind,
      says: agreed.terms.description.terms?.[kind]?.means ?? USUAL[kind],
      severities: severitiesOf(agreed),
      obstacles: [...obstaclesTo(before, agreed, { fact: `${kind}.received` }, submitter.value)],
      productObstacles: products.flatMap(({ id: productId, name }) => {
        const obstacles = [...obstaclesOfProduct(before, agreed, `${kind}.received`, submitter.value, name)];
        return obstacles.length === 0 ? [] : [{ productId, obstacles }];
      }),
    })),
  );
  const people = visitor.side === 'provider' ? await requesterChoices(tx, accountId) : [];
  const requesters = people
    .filter(({ roles }) => rolesMay(roles, 'tickets.submit'))
    .map(({ id, name }) => ({ id, name }));
  return { ok: true, value: { offers, requesters, products } };
}

/** What would be owed if it were submitted now, by next due. */
export async function promisesOfTicket(
  tx: Tx,
  accountId: string,
  wanted: {
    readonly contractId: string;
    readonly kind: string;
    readonly severity?: number | undefined;
    readonly requesterId?: string | undefined;
  },
  visitor: Visitor,
  now: Temporal.Instant,
): Promise<ApiResult<Promises>> {
  const before = await beforeFacts(tx, accountId, now);
  const agreed = before.agreed.find(({ contractId }) => contractId === wanted.contractId);
  if (!agreed) return refuseApi('record.not-found', 'There is no such contract that runs now.');
  const data = wanted.severity === undefined ? {} : { severity: wanted.severity };
  const brought = before.brings(agreed, {
    fact: `${wanted.kind}.received`,
    by: wanted.requesterId ?? visitor.personId,
    data,
  });
  const promises = brought
    .toSorted((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity))
    .map(({ dueAt, role, ...rest }) => ({
      ...rest,
      by: roleInWords(agreed, rest.side, role),
      dueAt: dueAt === null ? null : Temporal.Instant.fromEpochMilliseconds(dueAt * 1000).toString(),
    }));
  return { ok: true, value: { at: now.round('second').toString(), zone: await zoneOf(tx, accountId), promises } };
}

/** Some channel takes it, or some promise speaks of it. */
function isOffered({ terms, level }: AgreedTerms, kind: string): boolean {
  const fact = `${kind}.received`;
  const { channels } = terms.description;
  return (
    Object.values(channels).some(({ makes }) => makes?.includes(fact)) ||
    [...terms.promises.values()].some(
      ({ clause, appliesTo }) => appliesTo(level) && 'when' in clause && clause.when.includes(fact),
    )
  );
}

/** With the criteria by which they are chosen (AC11); none where the service knows none. */
export function severitiesOf({ terms }: AgreedTerms): Form['offers'][number]['severities'] {
  return Object.entries(terms.description.severities?.list ?? {}).map(([severity, { name, criteria, also }]) => ({
    severity: Number(severity),
    name,
    criteria: [...criteria],
    alsoWithApproval: (also ?? []).map(({ says }) => says),
  }));
}

function roleInWords({ terms }: AgreedTerms, side: 'provider' | 'customer', role: string): string {
  return role === '' ? '' : roleName(role, terms.description, side);
}
