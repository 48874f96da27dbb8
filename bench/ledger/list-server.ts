/** The server of the bench of lists: so many obligations, and a bare route that repeats another one's answer. */
import pg from 'pg';
import { buildApplication } from '../../packages/server/src/application/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/clock.ts';
import { diskStore } from '../../packages/server/src/platform/files/store-on-disk.ts';
import type { Visitor } from '../../packages/server/src/platform/http/visitor.ts';
import { benchInstallation } from './bench-installation.ts';

const size = Number(process.argv[2]);
const installation = await benchInstallation(100);
await load(installation.url, size);
const visitor: Visitor = {
  ...{
    personId: '0196f000-0000-7000-8000-000000000000',
    name: 'Bench',
    side: 'provider',
    via: 'session',
    credentialId: 'bench',
  },
  ...{
    staffRoles: ['service-manager'],
    accountRoles: new Map(),
    seesAll: true,
    lacksSecondFactor: false,
    scopes: undefined,
  },
};
const answers = new Map<string, string>();
const app = await buildApplication({
  db: installation.db,
  clock: systemClock,
  files: diskStore('/nowhere'),
  hasMailServer: false,
  publicUrl: 'http://localhost',
  version: 'bench',
  requestsPerMinute: 100_000_000,
  visitorOf: () => Promise.resolve(visitor),
  plugins: [
    (server) => {
      server.get<{ Querystring: { of: string } }>('/bare', async ({ query }, reply) => {
        let answer = answers.get(query.of);
        if (answer === undefined) answers.set(query.of, (answer = (await server.inject({ url: query.of })).body));
        return reply.type('application/json; charset=utf-8').send(answer);
      });
    },
  ],
});
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
process.send?.({
  port: typeof address === 'object' ? address?.port : 0,
  accountId: installation.accounts[0]?.accountId,
});
process.on('SIGTERM', () => {
  void app.close().then(() => installation.stop());
});

/** Rows as a ledger of some years has them; they follow from no facts, and nothing here verifies them. */
async function load(url: string, rows: number): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(
    `insert into obligation (account_id, id, contract_id, terms_id, promise, form, title, side, role, subject_id, subject, cycle, turn, state,
        opened_at, due_at, wake_at, met_at, breached_at)
      select t.account_id, uuid_v7(), t.contract_id, t.id, 'first-response', 'response', 'First response', 'provider', 'support-engineer', uuid_v7(),
        'Incident ' || n, 1, 1, case n % 3 when 0 then 'open' when 1 then 'met' else 'breached' end, now() - n * interval '1 minute',
        now() + n * interval '1 minute', null, case when n % 3 = 1 then now() - n * interval '1 minute' end,
        case when n % 3 = 2 then now() - n * interval '1 minute' end
      from generate_series(1, $1) n join (select *, row_number() over (order by id) - 1 as place from contract_terms) t on t.place = n % 100`,
    [rows],
  );
  await owner.query('vacuum analyze');
  await owner.end();
}
