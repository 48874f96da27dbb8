import type { Gives } from '@tamarack/contract';

/** What the form of a ticket is made of: what may be asked for, and of which products. */
export type TicketForm = Gives<'GET /accounts/:accountId/ticket-form'>;
export type Offer = TicketForm['offers'][number];
export type Obstacle = Offer['obstacles'][number];

/** AC20: what stands before a ticket on this product, beside what stands before every ticket. */
export function obstaclesOfProduct({ productObstacles }: Offer, productId: string): readonly Obstacle[] {
  return productObstacles.find((each) => each.productId === productId)?.obstacles ?? [];
}

/** Which offer it is: a contract may take incidents and requests. */
export function keyOf(offer: Offer | undefined): string {
  return offer ? `${offer.contractId} ${offer.kind}` : '';
}
