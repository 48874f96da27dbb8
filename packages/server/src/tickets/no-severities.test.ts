/** A service that knows no severities takes none: nothing is stored that no promise and no page understands. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount } from '../../../../tests/support/agreed-account.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';

let server: TestApplication;
let lead: Person;
let account: { readonly accountId: string; readonly contractId: string };
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  account = await agreedAccount(server.db, 'tuxcare-tam', 'tam');
  lead = await server.customer('Lena Lead', account.accountId, 'technical-lead');
});
afterAll(() => server.stop());

const submit = (more: object) =>
  server.call(lead, 'POST', `/accounts/${account.accountId}/tickets`, {
    body: { contractId: account.contractId, kind: 'service-request', subject: 'A call', body: 'Please.', ...more },
  });

test('a severity is refused with what is expected, whether the server remembers the account or not', async () => {
  for (const more of [{}, {}, { fileIds: [uuid()] }]) {
    const refused = await submit({ severity: 1, ...more });
    expect([refused.status, refused.body]).toMatchObject([
      422,
      {
        code: 'value.not-allowed',
        detail: 'This service knows no severities: leave it out.',
        remedy: expect.stringMatching(/./),
        fields: [{ path: 'severity', says: 'expected none' }],
      },
    ]);
    expect((await submit({})).status).toBe(201);
  }
});
