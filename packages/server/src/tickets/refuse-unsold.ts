/** The product that a ticket is about: one that is sold. */
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import { isSold } from './form-views.ts';

/** Refuses `value.not-allowed`; undefined where none is named, or one that is sold. */
export async function refuseUnsold(
  tx: Tx,
  productId: string | null | undefined,
): Promise<ReturnType<typeof refuseApi> | undefined> {
  if (!productId || (await isSold(tx, productId))) return undefined;
  const field = { path: 'productId', says: 'expected a product that is sold' };
  return refuseApi('value.not-allowed', 'There is no such product.', [field]);
}
