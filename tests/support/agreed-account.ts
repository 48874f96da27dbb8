/** An account with a running contract under one of the shipped services, as rows: for tests of what comes after. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';

export type AgreedAccount = { readonly accountId: string; readonly contractId: string; readonly termsId: string };

type Options = {
  readonly from?: string;
  readonly parameters?: Record<string, string>;
  readonly deviations?: readonly object[];
};

/** `service`: the name of a file in services/; parameters that have no default have to be given. */
export async function agreedAccount(
  db: Database,
  service: string,
  level: string,
  options: Options & { readonly name?: string } = {},
): Promise<AgreedAccount> {
  const { name = 'Alder Bank', from = '2026-01-01T00:00:00Z' } = options;
  const made = await db.write(SYSTEM, async (tx) => {
    const row = await tx.first<{ id: string }>(
      sql`insert into account (name, zone, created_at) values (${name}, 'Europe/Berlin', ${from}) returning account_id as id`,
    );
    return { ok: true as const, value: row?.id ?? '' };
  });
  return agreedContract(db, made.value, service, level, options);
}

/** One more contract of an account, under the name of its service. */
export async function agreedContract(
  db: Database,
  accountId: string,
  service: string,
  level: string,
  { from = '2026-01-01T00:00:00Z', parameters = {}, deviations = [] }: Options = {},
): Promise<AgreedAccount> {
  const source = readFileSync(join(import.meta.dirname, '../../services', `${service}.yaml`), 'utf8');
  const made = await db.write(SYSTEM, async (tx) => {
    const one = async (statement: ReturnType<typeof sql>) => (await tx.first<{ id: string }>(statement))?.id ?? '';
    const description =
      (await one(sql`select id from description where reference = ${service}`)) ||
      (await one(sql`insert into description (reference, created_at) values (${service}, ${from}) returning id`));
    const version =
      (await one(sql`select id from description_version where description_id = ${description}`)) ||
      (await one(sql`insert into description_version (description_id, number, title, version, state, source, owner, approver, created_at, decided_at)
        values (${description}, 1, ${service}, '1.0', 'published', ${source}, 'o', 'a', ${from}, ${from}) returning id`));
    const contractId = await one(
      sql`insert into contract (account_id, name, starts_at, renewal, created_at) values (${accountId}, ${service}, ${from}, 'none', ${from}) returning id`,
    );
    const termsId =
      await one(sql`insert into contract_terms (account_id, contract_id, number, version_id, level, parameters, deviations, state, from_at, proposed_at)
      values (${accountId}, ${contractId}, 1, ${version}, ${level}, ${JSON.stringify(parameters)}, ${JSON.stringify(deviations)}, 'agreed', ${from}, ${from}) returning id`);
    return { ok: true as const, value: { accountId, contractId, termsId } };
  });
  return made.value;
}

/** What AlmaCare leaves to the contract. */
export const ALMACARE = { parameters: { 'standstill-report-interval': '1 day' } };
