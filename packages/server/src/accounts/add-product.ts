/** Adds a product that licences can be for. */
import type { Body, Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { insertProduct } from './licence-store.ts';

/** Refuses `value.taken`. */
export async function addProduct(
  tx: Tx,
  { name, says }: Body<'POST /products'>,
): Promise<ApiResult<Gives<'POST /products'>>> {
  const id = await insertProduct(tx, name, says);
  return id === undefined
    ? refuseApi('value.taken', `There is a product “${name}” already.`)
    : { ok: true, value: { id, name, says } };
}
