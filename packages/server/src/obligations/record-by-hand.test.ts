/** What people state is taken only if clocks can use it, and what they may choose from is what is at hand. */
import { randomUUID } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../../../../tests/support/agreed-account.ts';
import { startTestApplication, type Person, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { recordFacts } from './record-facts.ts';

let server: TestApplication;
let manager: Person;
let lead: Person;
let account: AgreedAccount;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  manager = await server.staff('Mara Manager', 'service-manager');
  account = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE);
  lead = await server.customer('Lena Lead', account.accountId, 'technical-lead');
});
afterAll(() => server.stop());

const record = (body: object, by = manager) =>
  server.call(by, 'POST', `/accounts/${account.accountId}/facts`, { body: { fact: 'escalation.raised', ...body } });

describe('what a fact carries', () => {
  test.each([
    [{ data: { severity: 9 } }, /There is no severity "9"/],
    [{ data: { severity: 'high' } }, /There is no severity "high"/],
  ])('is refused where no clock could use it: %j', async (body, says) => {
    expect((await record(body)).body).toMatchObject({
      code: 'value.not-allowed',
      detail: expect.stringMatching(says),
      fields: [{ path: 'data' }],
    });
  });

  test('is taken where the description has it', async () => {
    expect((await record({ data: { severity: 4 } })).status).toBe(201);
  });
});

describe('a file of a fact', () => {
  const upload = async (by: Person) =>
    (
      await server.call(by, 'POST', `/accounts/${account.accountId}/files?name=a.txt`, {
        body: Buffer.from(randomUUID()),
        headers: { 'content-type': 'application/octet-stream' },
      })
    ).body.id;
  const refused = (place: number) => ({
    status: 422,
    body: { code: 'value.not-allowed', fields: [{ path: `fileIds.${place}` }] },
  });

  test('that is unknown is refused by its place; one that is known is kept', async () => {
    const known = await upload(manager);
    expect(await record({ data: { severity: 4 }, fileIds: [known, uuid()] })).toMatchObject(refused(1));
    expect((await record({ data: { severity: 4 }, fileIds: [known] })).status).toBe(201);
  });

  test('that the customer does not see is refused like an unknown one', async () => {
    const internal = await upload(manager);
    expect(await record({ data: { severity: 4 }, fileIds: [internal] }, lead)).toMatchObject(refused(0));
  });
});

test('what is offered to be gone on with is the latest of its kind, however much there was before', async () => {
  const { accountId, contractId } = account;
  const made = Array.from({ length: 130 }, () => uuid());
  await server.db.write(SYSTEM, (tx) =>
    recordFacts(
      tx,
      made.map((subjectId, n) => ({
        accountId,
        contractId,
        fact: 'incident.received',
        subjectId,
        title: `Number ${n}`,
        at: server.clock.now().subtract({ minutes: 140 - n }),
        data: { severity: 4 },
      })),
      { side: 'provider', via: 'test' },
      server.clock.now(),
    ),
  );
  const { rows } = (await server.call(manager, 'GET', `/accounts/${accountId}/recordable-facts`)).body;
  const { subjects } = rows.find((row: { fact: string }) => row.fact === 'incident.reproduced');
  const titles = subjects.map(({ says }: { says: string }) => says);
  expect(titles).toContain('Number 129');
  expect(titles).not.toContain('Number 0');
  expect(titles.indexOf('Number 129')).toBeLessThan(titles.indexOf('Number 128'));
});
