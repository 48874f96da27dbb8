/** The product that a ticket is about: one that is sold. Facts name it, so that gates ask for its very licence (AC20). */
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { productSold } from './form-views.ts';

export type Product = { readonly id: string; readonly name: string };

/** Undefined where none is named; refuses `value.not-allowed` one that is not sold. */
export async function productAskedFor(
  tx: Tx,
  productId: string | null | undefined,
): Promise<ApiResult<Product | undefined>> {
  if (!productId) return { ok: true, value: undefined };
  const product = await productSold(tx, productId);
  if (product) return { ok: true, value: product };
  const field = { path: 'productId', says: 'expected a product that is sold' };
  return refuseApi('value.not-allowed', 'There is no such product.', [field]);
}
