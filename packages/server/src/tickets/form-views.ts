/** Reads for the form of a ticket. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

export type ProductChoice = { readonly id: string; readonly name: string; readonly licensed: boolean };

/** Every product that is sold, those with a valid licence first; days are of the account's zone. */
export function productChoices(tx: Tx, accountId: string, now: Temporal.Instant): Promise<ProductChoice[]> {
  return tx.rows<ProductChoice>(sql`select p.id, p.name, exists (select from licence l join account a on a.account_id = l.account_id
      where l.account_id = ${accountId} and l.product_id = p.id and l.revoked_at is null
        and (${now.toString()}::timestamptz at time zone a.zone)::date between l.valid_from and coalesce(l.valid_until, 'infinity')) as licensed
    from product p where p.retired_at is null order by licensed desc, p.name`);
}

/** A product that is sold; undefined where it is none. */
export function productSold(
  tx: Tx,
  productId: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  return tx.first(sql`select id, name from product where id = ${productId} and retired_at is null`);
}

export type RequesterChoice = { readonly id: string; readonly name: string; readonly roles: readonly string[] };

/** The customer's people, for whom staff may submit a ticket, by name. */
export function requesterChoices(tx: Tx, accountId: string): Promise<RequesterChoice[]> {
  return tx.rows<RequesterChoice>(sql`select p.id, p.name, array_agg(m.role order by m.role) as roles
    from membership m join person p on p.id = m.person_id
    where m.account_id = ${accountId} and p.side = 'customer' and p.deactivated_at is null and p.erased_at is null
    group by p.id, p.name order by p.name`);
}

export async function zoneOf(tx: Tx, accountId: string): Promise<string> {
  const row = await tx.first<{ zone: string }>(sql`select zone from account where account_id = ${accountId}`);
  return row?.zone ?? 'UTC';
}
