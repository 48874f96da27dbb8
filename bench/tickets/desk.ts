/** An installation with accounts under AlmaCare Enhanced, whose people are entitled and have tokens of the API. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { newApiToken } from '../../packages/server/src/identity/visitors/api-token.ts';
import { recordFacts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import { ALMACARE } from '../../tests/support/agreed-account.ts';
import { root } from '../root.ts';

export type Account = {
  readonly accountId: string;
  readonly contractId: string;
  /** Its technical lead, trained, who submits; and the engineer of its team. */
  readonly leadId: string;
  readonly engineerId: string;
};

export type Desk = {
  readonly accounts: readonly Account[];
  /** A token of the person's own; each may do what its person may. */
  readonly tokens: ReadonlyMap<string, string>;
};

const ENGINEERS = 20;
const SCOPES = ['tickets.read', 'tickets.submit', 'tickets.reply', 'tickets.work'];

/** Opens it with an owner's connection; contracts began two months before `now`. */
export async function openDesk(owner: Client, db: Database, many: number, now: Temporal.Instant): Promise<Desk> {
  const from = now.subtract({ hours: 60 * 24 }).toString();
  const engineers = Array.from({ length: ENGINEERS }, () => uuid());
  const accounts = Array.from({ length: many }, (_, i): Account => {
    const engineerId = engineers[i % ENGINEERS] ?? '';
    return { accountId: uuid(), contractId: uuid(), leadId: uuid(), engineerId };
  });
  const source = readFileSync(join(root, 'services', 'almacare.yaml'), 'utf8');
  const json = JSON.stringify(accounts);
  const rows = `jsonb_to_recordset($1) as a ("accountId" uuid, "contractId" uuid, "leadId" uuid, "engineerId" uuid)`;
  const statements: [string, unknown[]][] = [
    [
      `insert into person (id, side, name, email) select id, 'provider', 'Engineer ' || n, 'engineer' || n || '@bench.test' from unnest($1::uuid[]) with ordinality e (id, n)`,
      [engineers],
    ],
    [`insert into staff_role (person_id, role) select unnest($1::uuid[]), 'support-engineer'`, [engineers]],
    [
      `insert into account (account_id, name, zone, created_at) select "accountId", 'Account ' || "accountId", 'Europe/Berlin', $2 from ${rows}`,
      [json, from],
    ],
    [
      `insert into person (id, side, name, email) select "leadId", 'customer', 'Lead ' || "leadId", "leadId" || '@bench.test' from ${rows}`,
      [json],
    ],
    [
      `insert into membership (account_id, person_id, role, since) select "accountId", "leadId", 'technical-lead', $2 from ${rows}`,
      [json, from],
    ],
    [
      `insert into account_team (account_id, person_id, role, since) select "accountId", "engineerId", 'support-engineer', $2 from ${rows}`,
      [json, from],
    ],
    [
      `insert into contract (account_id, id, name, starts_at, renewal, created_at, started_at) select "accountId", "contractId", 'AlmaCare', $2, 'none', $2, $2 from ${rows}`,
      [json, from],
    ],
    [
      `with d as (insert into description (reference, created_at) values ('almacare', $2) returning id),
        v as (insert into description_version (description_id, number, title, version, state, source, owner, approver, created_at, decided_at)
          select id, 1, 'AlmaCare', '1.0', 'published', $3, 'o', 'a', $2, $2 from d returning id)
      insert into contract_terms (account_id, contract_id, number, version_id, level, parameters, state, from_at, proposed_at)
        select "accountId", "contractId", 1, v.id, 'enhanced', $4, 'agreed', $2, $2 from v, ${rows}`,
      [json, from, source, JSON.stringify(ALMACARE.parameters)],
    ],
  ];
  for (const [statement, values] of statements) await owner.query(statement, values);
  const waiting = accounts.values();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (const account of waiting) await entitle(db, account, from, now);
    }),
  );
  return { accounts, tokens: await makeTokens(owner, [...engineers, ...accounts.map(({ leadId }) => leadId)], now) };
}

/** By the use case: the contract began, a licence was issued, the lead was trained. */
async function entitle(db: Database, { accountId, contractId, leadId }: Account, from: string, now: Temporal.Instant) {
  const at = Temporal.Instant.from(from);
  const facts = [
    { accountId, contractId, fact: 'contract.started', subjectId: contractId, at, data: { level: 'enhanced' } },
    { accountId, fact: 'licence.issued', subjectId: uuid(), at },
    { accountId, fact: 'person.trained', subjectId: leadId, at },
  ];
  const done = await db.write({ ...SYSTEM, accounts: [accountId] }, (tx) =>
    recordFacts(tx, facts, { side: 'provider', via: 'bench' }, now),
  );
  if (!done.ok) throw new Error(done.refusal.sentence);
}

async function makeTokens(
  owner: Client,
  people: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, string>> {
  const made = people.map((id) => ({ id, ...newApiToken() }));
  await owner.query(
    `insert into api_token (person_id, name, hash, scopes, created_at, expires_at)
      select id, 'bench', hash, $3, $4::timestamptz, $4::timestamptz + interval '1 day' from unnest($1::uuid[], $2::bytea[]) t (id, hash)`,
    [made.map(({ id }) => id), made.map(({ hash }) => hash), SCOPES, now.toString()],
  );
  return new Map(made.map(({ id, token }) => [id, token]));
}
