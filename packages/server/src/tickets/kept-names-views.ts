/** The names that tickets are shown with: read once, and again when any name has changed. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** `json`: the name as JSON has it. `more`: an account's zone, a person's side. */
export type Named = { readonly name: string; readonly json: string; readonly more: string | null };
type Names = ReadonlyMap<string, Named>;
/** By id: accounts, contracts and products; and people, as far as the reader sees them. */
export type NamesBeside = { readonly things: Names; readonly people: Names };
export type NamedIds = {
  readonly accounts: ReadonlySet<string>;
  readonly contracts: ReadonlySet<string>;
  readonly products: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
};

let kept = emptied(null);
const AT_MOST = 50_000;

function emptied(edition: string | null) {
  return { edition, things: new Map<string, Named>(), people: new Map<string, Named>() };
}

/**
 * `edition` is that of the transaction's snapshot (`names_edition`, null until something was renamed): what was read under it
 * is right for it. Whoever sees a ticket sees the names of its account, contract and product. Staff see everybody's name;
 * whom a customer sees is asked each time.
 */
export async function namesBeside(tx: Tx, edition: string | null, ids: NamedIds): Promise<NamesBeside> {
  if (kept.edition !== edition || kept.things.size + kept.people.size > AT_MOST) kept = emptied(edition);
  const { things, people } = kept;
  const seesEverybody = tx.actor.side === 'provider';
  const unknown = (wanted: ReadonlySet<string>, known: Names) => [...wanted].filter((id) => !known.has(id));
  const missing = {
    accounts: unknown(ids.accounts, things),
    contracts: unknown(ids.contracts, things),
    products: unknown(ids.products, things),
    people: seesEverybody ? unknown(ids.people, people) : [...ids.people],
  };
  if (Object.values(missing).every((some) => some.length === 0)) return { things, people };
  type Row = { kind: 'thing' | 'person'; id: string; name: string; more: string | null; edition: string | null };
  const rows = await tx.prepared<Row>(
    'names-beside-tickets',
    sql`select *, (select edition from names_edition) as edition from (
        select 'thing' as kind, account_id as id, name, zone as more from account where account_id = any (${missing.accounts}::uuid[])
        union all select 'thing', id, name, null from contract
          where account_id = any (${[...ids.accounts]}::uuid[]) and id = any (${missing.contracts}::uuid[])
        union all select 'thing', id, name, null from product where id = any (${missing.products}::uuid[])
        union all select 'person', id, name, side from person where id = any (${missing.people}::uuid[])) named`,
  );
  // What was read here may be newer than the snapshot before it, and whom one reader sees is no other's business.
  const isKept = seesEverybody && rows.every((row) => row.edition === edition);
  const read = isKept ? { things, people } : { things: new Map(things), people: new Map(seesEverybody ? people : []) };
  for (const { kind, id, name, more } of rows)
    (kind === 'thing' ? read.things : read.people).set(id, { name, more, json: JSON.stringify(name) });
  return read;
}
