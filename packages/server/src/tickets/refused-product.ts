/** What a ticket cannot be moved to: a product that is not sold, or that the customer is not entitled to ask about (AC20). */
import { beforeFacts } from '../obligations/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import type { refuseApi } from '../platform/http/refuse-api.ts';
import type { Worker } from './act-on-ticket.ts';
import type { Ids } from './ids.ts';
import { notEntitled, obstaclesOfProduct } from './may-submit.ts';
import { productAskedFor } from './product-asked-for.ts';
import { ticketUnderTerms } from './received-under.ts';

/** Its gate was passed for what it was about: for another product it is asked again, as the account stands now. */
export async function refusedProduct(
  tx: Tx,
  ids: Ids,
  productId: string | null | undefined,
  { now }: Worker,
): Promise<ReturnType<typeof refuseApi> | undefined> {
  const product = await productAskedFor(tx, productId);
  if (!product.ok) return product;
  const found = await ticketUnderTerms(tx, ids);
  if (!product.value || !found?.agreed || found.ticket.product === product.value.name) return undefined;
  const { kind, requester } = found.ticket;
  const submitter = {
    personId: requester?.id ?? '',
    side: 'customer',
    roles: [],
    isSelf: false,
    maySubmit: true,
  } as const;
  const before = await beforeFacts(tx, ids.accountId, now);
  const [obstacle] = obstaclesOfProduct(before, found.agreed, `${kind}.received`, submitter, product.value.name);
  return obstacle && notEntitled(obstacle);
}
