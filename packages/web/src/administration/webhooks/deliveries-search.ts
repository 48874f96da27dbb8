import { oneOf } from '../../ui/one-of.ts';

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const;

/** What the address of a webhook's deliveries holds. */
export type DeliveriesSearch = { readonly state?: (typeof DELIVERY_STATES)[number] | undefined };

export function readDeliveriesSearch({ state }: Readonly<Record<string, unknown>>): DeliveriesSearch {
  return { state: oneOf(DELIVERY_STATES, state) };
}
