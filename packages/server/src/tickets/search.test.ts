/** Searching tickets: in several languages, forgiving, and never in what somebody may not read. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { entitle } from '../../../../tests/support/entitle.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let engineer: Person;
let alder: { readonly lead: Person; readonly accountId: string; readonly contractId: string };
let birch: typeof alder;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  engineer = await server.staff('Erin Engineer', 'support-engineer');
  [alder, birch] = [await home('Alder'), await home('Birch')];
});
afterAll(() => server.stop());

async function home(name: string): Promise<typeof alder> {
  const { accountId, contractId } = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name });
  const lead = await server.customer(`Lead of ${name}`, accountId, 'technical-lead');
  await entitle(server, accountId, lead);
  return { lead, accountId, contractId };
}

async function submit({ lead, accountId, contractId }: typeof alder, subject: string, body = 'See subject.') {
  const made = await server.call(lead, 'POST', `/accounts/${accountId}/tickets`, {
    body: { contractId, kind: 'incident', subject, body, severity: 3 },
  });
  return made.body as { id: string; reference: number; accountId: string };
}
const say = (ticket: { id: string; accountId: string }, by: Person, body: string, audience = 'shared') =>
  server.call(by, 'POST', `/accounts/${ticket.accountId}/tickets/${ticket.id}/messages`, { body: { body, audience } });
const found = async (by: Person, search: string) =>
  (await server.call(by, 'GET', `/tickets?search=${encodeURIComponent(search)}`)).body.rows
    .map(({ subject }: { subject: string }) => subject)
    .toSorted();

test('finds words of subject and conversation by their stems, in their language, and as beginnings', async () => {
  const english = await submit(alder, 'Backups fail', 'The nightly backups are failing with an error and this is new.');
  await submit(
    alder,
    'Häuser',
    'Die Verbindungen zu den Servern brechen ab und das ist nicht mit der Wartung zu erklären.',
  );
  await say(english, engineer, 'We replicated the segmentation fault and are analysing the coredumps.');
  expect(await found(engineer, 'fails')).toEqual(['Backups fail']);
  expect(await found(engineer, 'analyse coredump')).toEqual(['Backups fail']);
  expect(await found(engineer, 'Verbindung')).toEqual(['Häuser']);
  // No beginning, and no stem of any other language.
  expect(await found(engineer, 'verbindend')).toEqual(['Häuser']);
  expect(await found(engineer, 'segmen')).toEqual(['Backups fail']);
  expect(await found(engineer, '"segmentation fault" -kernel')).toEqual(['Backups fail']);
  expect(await found(engineer, '"fault segmentation"')).toEqual([]);
  expect(await found(engineer, String(english.reference))).toEqual(['Backups fail']);
  expect(await found(engineer, `#${english.reference}`)).toEqual(['Backups fail']);
});

test('leaves out what stands anywhere in a ticket, in any language; and what only colleagues read for nobody else', async () => {
  const stalls = await submit(alder, 'Zebrafish exporter stalls', 'It hangs each night.');
  await submit(alder, 'Exporter is quick', 'Nothing to complain about.');
  await say(stalls, engineer, 'The aquarium leaks.', 'internal');
  for (const without of ['-zebrafish', '-stalls', '-stall', '-night', '-"exporter stalls"'])
    expect(await found(engineer, `exporter ${without}`), without).toEqual(['Exporter is quick']);
  expect(await found(engineer, 'exporter -quick -zebrafish')).toEqual([]);
  expect(await found(engineer, 'exporter -aquarium')).toEqual(['Exporter is quick']);
  expect(await found(alder.lead, 'exporter -aquarium')).toEqual(['Exporter is quick', 'Zebrafish exporter stalls']);
  // Nothing alike is found instead.
  expect(await found(engineer, 'zebrafsh -exporter')).toEqual([]);
});

test('finds what stands within a path, a host or an address', async () => {
  await submit(
    alder,
    'Paths',
    'Look into /var/log/syslog on db01.example.com, C:\\Windows\\System32, or ask root@mail.example.org: job_runner=off.',
  );
  for (const word of [
    'syslog',
    'sysl',
    '/var/log/syslog',
    'log',
    'db01',
    'db01.example.com',
    'system32',
    'root',
    'job_runner',
    'runner',
    'var/log',
    '"var log syslog"',
  ])
    expect(await found(engineer, word), word).toEqual(['Paths']);
  expect(await found(engineer, 'log -syslog')).not.toContain('Paths');
});

test('finds words with accents and without', async () => {
  await submit(
    alder,
    'Redémarré',
    'Le serveur a redémarré après la mise à jour; nous avons une erreur dans les journaux.',
  );
  await submit(alder, 'Paramètres', 'Nao conseguimos abrir o servidor e configuração não é para o naïve.');
  for (const word of ['redemarre', 'redémarré', 'REDÉMARRÉ', 'redémarrer', '"a redemarre apres"', 'redem'])
    expect(await found(engineer, word), word).toEqual(['Redémarré']);
  for (const word of ['configuracao', 'naive', 'parametres'])
    expect(await found(engineer, word), word).toEqual(['Paramètres']);
  expect(await found(engineer, 'serveur -redemarre')).toEqual([]);
  await submit(alder, 'Новый сервер', 'Мы не можем войти на новый сервер, и это важно для нас.');
  expect(await found(engineer, 'нового')).toEqual(['Новый сервер']);
});

test('finds what stands within a run of Chinese, Japanese or Korean', async () => {
  await submit(alder, 'データベースに接続できません', '昨日から本番環境のサーバーに接続できません。');
  for (const word of ['接続', 'データベース', '接続できません', '本番', '本番環境 接続', '"に接続"'])
    expect(await found(engineer, word), word).toEqual(['データベースに接続できません']);
  for (const word of ['続接', '環境本番', 'データベース -接続']) expect(await found(engineer, word), word).toEqual([]);
});

test('a phrase is a phrase', async () => {
  expect(await found(engineer, '"exporter stalls"')).toEqual(['Zebrafish exporter stalls']);
  // From the last word to the first stem is no step, and nothing alike is found.
  expect(await found(engineer, '"stalls zebrafish"')).toEqual([]);
  expect(await found(engineer, '"zebrafsh exporter"')).toEqual([]);
  expect(await found(engineer, '"zebrafish exporter" hang')).toEqual([]);
  expect(await found(engineer, '"exporter stalls" zebrafish')).toEqual(['Zebrafish exporter stalls']);
  expect(await found(engineer, '"exporter stalls" or quick')).toEqual([
    'Exporter is quick',
    'Zebrafish exporter stalls',
  ]);
});

test('forgives typing errors in subjects', async () => {
  await submit(alder, 'Certificate rejected by Postgres');
  expect(await found(engineer, 'certifcate')).toEqual(['Certificate rejected by Postgres']);
  expect(await found(engineer, 'postgers')).toEqual(['Certificate rejected by Postgres']);
});

test('never finds what is internal for a customer, nor what is another’s', async () => {
  const ticket = await submit(alder, 'Quiet one');
  await say(ticket, engineer, 'They forgot the xylophone again.', 'internal');
  await submit(birch, 'Marimba of Birch', 'A glockenspiel.');
  expect(await found(engineer, 'xylophone')).toEqual(['Quiet one']);
  expect(await found(alder.lead, 'xylophone')).toEqual([]);
  for (const word of ['glockenspiel', 'marimba', 'marinba']) {
    expect(await found(birch.lead, word), word).toEqual(['Marimba of Birch']);
    expect(await found(alder.lead, word), word).toEqual([]);
  }
  const { reference } = await submit(birch, 'Another of Birch');
  expect(await found(alder.lead, String(reference))).toEqual([]);
  const inScope = await server.db.read(
    { personId: alder.lead.id, side: 'customer', accounts: [alder.accountId], via: 'session' },
    (tx) =>
      tx.rows(
        sql`select owner_id, count(*) filter (where words @@ 'xylophone')::int as internal from ticket_words_in_scope group by owner_id`,
      ),
  );
  expect(inScope).toEqual([{ owner_id: alder.accountId, internal: 0 }]);
  await expect(server.db.read(SYSTEM, (tx) => tx.rows(sql`select words from ticket_words limit 1`))).rejects.toThrow(
    /permission denied/,
  );
});

test('takes whatever people type', async () => {
  for (const search of [
    `'"\\`,
    '& | !',
    '-',
    '"',
    ':*',
    'a & b',
    '()',
    '<->',
    '%_',
    '@',
    '日本',
    "o'clock",
    '99999999999999999999',
    '١٢٣',
    '#１２３',
  ])
    expect(Array.isArray(await found(alder.lead, search)), search).toBe(true);
});
