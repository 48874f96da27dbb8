/** Reads of licences and products. */
import sql, { empty } from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';

export type Licence = Gives<'GET /accounts/:accountId/licences'>['rows'][number];
export type LicenceRow = Licence & {
  readonly zone: string;
  readonly begunAt: string | null;
  readonly expiredAt: string | null;
};
type Product = Gives<'GET /products'>['rows'][number];

/** AC20: valid on the days of the account's zone, both ends included, unless revoked. By first day. */
export function licenceRows(
  tx: Tx,
  accountId: string,
  now: Temporal.Instant,
  licenceId?: string,
): Promise<LicenceRow[]> {
  return tx.rows<LicenceRow>(sql`select l.id, l.reference, p.name as product, p.id as "productId", l.quantity,
      l.valid_from as "validFrom", l.valid_until as "validUntil", l.revoked_at as "revokedAt", l.note, l.version,
      l.revoked_at is null and today.day >= l.valid_from and (l.valid_until is null or today.day <= l.valid_until) as "isValid",
      a.zone, l.begun_at as "begunAt", l.expired_at as "expiredAt"
    from licence l join product p on p.id = l.product_id join account a on a.account_id = l.account_id
      cross join lateral (select (${now.toString()}::timestamptz at time zone a.zone)::date as day) today
    where l.account_id = ${accountId} ${licenceId === undefined ? empty : sql`and l.id = ${licenceId}`}
    order by l.valid_from desc, l.id`);
}

export function productRows(tx: Tx): Promise<Product[]> {
  return tx.rows<Product>(sql`select id, name, says from product where retired_at is null order by name`);
}

export async function isProduct(tx: Tx, productId: string): Promise<boolean> {
  return (await tx.first(sql`select from product where id = ${productId} and retired_at is null`)) !== undefined;
}
