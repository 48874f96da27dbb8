/** Where the contract agreed on something else than its description says, form and explanation say so, each beside the other. */
import { expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { entitle } from '../../../../tests/support/entitle.ts';
import { startTestApplication } from '../../../../tests/support/test-application.ts';

const INSTEAD = 'Since Thu 1 Jan 2026 the contract agrees 15 minutes instead of 30 minutes at severity 1.';

test('the clause on the form, the clause of a clock and its target name what was agreed, since when, instead of what', async () => {
  const server = await startTestApplication('2026-06-01T08:00:00Z');
  try {
    const deviations = [{ promise: 'first-response', level: 'enhanced', severity: 1, value: '15 minutes' }];
    const { accountId, contractId } = await agreedAccount(server.db, 'almacare', 'enhanced', {
      ...ALMACARE,
      deviations,
    });
    const lead = await server.customer('Lena Lead', accountId, 'technical-lead');
    await entitle(server, accountId, lead);
    const get = async (path: string) => (await server.call(lead, 'GET', `/accounts/${accountId}${path}`)).body;
    const form = await get(`/ticket-form/promises?contractId=${contractId}&kind=incident&severity=1`);
    const promise = form.promises.find((one: { promise: string }) => one.promise === 'first-response');
    expect(promise.says).toContain('at severity 1 within 30 minutes');
    expect(promise.says).toContain(INSTEAD);
    const body = { contractId, kind: 'incident', subject: 'Nothing boots', body: 'Since noon.', severity: 1 };
    const made = await server.call(lead, 'POST', `/accounts/${accountId}/tickets`, { body });
    const { rows } = await get(`/obligations?subjectId=${made.body.id}&show=all&limit=50`);
    const clock = rows.find((row: { promise: string }) => row.promise === 'first-response');
    const explained = await get(`/obligations/${clock.id}`);
    expect(explained.promiseInWords).toContain(INSTEAD);
    expect(explained.sections[0].lines.join()).toContain(
      "Since Thu 1 Jan 2026 the contract agrees 15 minutes instead of the description's 30 minutes.",
    );
    expect(explained.picture).toContain('of 15 min agreed');
  } finally {
    await server.stop();
  }
});
