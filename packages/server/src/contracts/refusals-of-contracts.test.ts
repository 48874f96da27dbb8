/** What cannot be done with a contract, and that each refusal says why; and that what was done stands in the journal. */
import { describe, expect, test } from 'vitest';
import { verifyAccount } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Person } from '../../../../tests/support/test-application.ts';
import { useDesk } from './oracles/contract-desk.ts';

const desk = useDesk();
const { at, facts, get, post, sign } = desk;
const weaker = (body: object = {}) => ({ versionId: desk.almacare.versionId, level: 'essential', ...body });
const timeline = async (person: Person) =>
  (await get(person, '/facts?fact=contract.')).body.rows.map(
    ({ says, by, note, subject }: Record<string, string | null>) => [says, subject, by, note],
  );

describe('first terms', () => {
  const proposed = () => sign({ startsAt: '2026-03-01T00:00:00Z', note: 'As of March' });
  const pathOf = ({ body }: Awaited<ReturnType<typeof proposed>>, act: string) =>
    `/contracts/${body.id}/changes/${body.proposed.id}/${act}`;

  test('that the customer declines never begin, and nothing is owed by them', async () => {
    const made = await proposed();
    const told = (await desk.server.call(desk.approver, 'GET', '/me/notifications')).body.rows;
    expect(told).toMatchObject([{ kind: 'contract.proposed', says: 'A contract waits for your answer' }]);
    const declined = await post(desk.approver, pathOf(made, 'decision'), { agrees: false, note: 'Too dear' });
    expect(declined.body).toMatchObject({ state: 'ended', current: null, proposed: null });
    expect(declined.body.history).toMatchObject([{ state: 'declined', decisionNote: 'Too dear' }]);
    for (const again of [
      await post(desk.approver, pathOf(made, 'decision'), { agrees: true }),
      await post(desk.manager, pathOf(made, 'withdrawal'), {}),
    ])
      expect(again.body).toMatchObject({
        code: 'state.not-possible',
        detail: expect.stringContaining('it is declined'),
      });
    expect(await timeline(desk.approver)).toEqual([
      ['the contract was declined', 'Support', desk.approver.name, 'Too dear'],
      ['the contract was proposed', 'Support', 'Mara Manager', 'As of March'],
    ]);
    const change = await post(desk.manager, `/contracts/${made.body.id}/changes`, weaker(), declined.body.version);
    expect(change.body).toMatchObject({ code: 'state.not-possible', detail: 'The contract has ended.' });
    expect((await get(desk.manager, '/obligations')).body.rows).toEqual([]);
  });

  test('are withdrawn by staff, cannot be ended or renewed, and are nobody else’s to decide', async () => {
    const made = await proposed();
    for (const act of ['ending', 'renewal']) {
      const body = act === 'ending' ? {} : { endsAt: '2027-01-01T00:00:00Z' };
      const refused = await post(desk.manager, `/contracts/${made.body.id}/${act}`, body, made.body.version);
      expect(refused.body.detail).toBe('Nothing is agreed in this contract yet.');
    }
    const stakeholder = await desk.server.customer(`Sam Stake ${desk.letter}`, desk.accountId, 'stakeholder');
    expect((await post(stakeholder, pathOf(made, 'decision'), { agrees: true })).body.code).toBe('access.denied');
    expect((await post(desk.approver, pathOf(made, 'withdrawal'), {})).body.code).toBe('access.denied');
    const unread = async () => (await desk.server.call(desk.approver, 'GET', '/me/notifications')).body.unread;
    const other = await proposed();
    expect(await unread()).toBe(2);
    const withdrawn = await post(desk.manager, pathOf(made, 'withdrawal'), { note: 'A slip' });
    // The other one still waits.
    expect(await unread()).toBe(1);
    await post(desk.approver, pathOf(other, 'decision'), { agrees: true });
    expect(await unread()).toBe(0);
    expect(withdrawn.body.history).toMatchObject([{ state: 'withdrawn', decidedBy: { name: 'Mara Manager' } }]);
    expect(await facts(made.body.id)).toEqual([
      'contract.proposed 2026-06-01T08:00:00Z',
      'contract.withdrawn 2026-06-01T08:00:00Z',
    ]);
  });

  test('of another contract are not found', async () => {
    const [one, other] = [await proposed(), await proposed()];
    const crossed = `/contracts/${one.body.id}/changes/${other.body.proposed.id}/decision`;
    expect((await post(desk.approver, crossed, { agrees: true })).body.code).toBe('record.not-found');
  });
});

describe('an end', () => {
  test('of a contract that does not renew itself is only moved forward, and by a renewal back', async () => {
    const made = await sign({ endsAt: '2026-12-01T00:00:00Z' });
    await at('2026-07-02T00:00:00Z');
    const { version } = (await get(desk.manager, `/contracts/${made.body.id}`)).body;
    const path = `/contracts/${made.body.id}`;
    const end = (endsAt: string, edition: number) => post(desk.manager, `${path}/ending`, { endsAt }, edition);
    const later = await end('2027-12-01T00:00:00Z', version);
    expect(later.body).toMatchObject({ code: 'value.not-allowed', detail: expect.stringContaining('renew it') });
    const far = await end('9999-12-01T00:00:00Z', version);
    expect(far.body.detail).toContain('check the year');
    const sooner = await end('2026-10-01T00:00:00Z', version);
    expect(sooner.body).toMatchObject({ state: 'running', endsAt: '2026-10-01T00:00:00Z' });
    const renewal = { endsAt: '2027-01-01T00:00:00Z', note: 'After all' };
    const renewed = await post(desk.manager, `${path}/renewal`, renewal, sooner.body.version);
    expect(renewed.body).toMatchObject({ ending: null, endsAt: '2027-01-01T00:00:00Z' });
    expect((await post(desk.approver, `${path}/renewal`, renewal, renewed.body.version)).status).toBe(403);
    expect((await timeline(desk.approver)).slice(0, 2)).toEqual([
      ['the contract was renewed', 'Support', 'Mara Manager', 'After all'],
      ['the ending of the contract was recorded', 'Support', 'Mara Manager', null],
    ]);
  });

  test('takes a waiting proposal along, and says so', async () => {
    const made = await sign();
    await at('2026-07-02T00:00:00Z');
    const { version } = (await get(desk.manager, `/contracts/${made.body.id}`)).body;
    const proposed = await post(desk.manager, `/contracts/${made.body.id}/changes`, weaker(), version);
    const ended = await post(desk.manager, `/contracts/${made.body.id}/ending`, {}, proposed.body.version);
    expect(ended.body).toMatchObject({ state: 'ended', proposed: null });
    expect(ended.body.history[0]).toMatchObject({ state: 'withdrawn', decidedAt: '2026-07-02T00:00:00Z' });
    expect((await desk.server.call(desk.approver, 'GET', '/me/notifications')).body.unread).toBe(0);
    expect((await facts(made.body.id)).slice(-3)).toEqual([
      'contract.ending-recorded 2026-07-02T00:00:00Z',
      'contract.change-withdrawn 2026-07-02T00:00:00Z',
      'contract.ended 2026-07-02T00:00:00Z',
    ]);
    for (const act of ['ending', 'renewal', 'changes']) {
      const body = act === 'changes' ? weaker() : { endsAt: '2027-01-01T00:00:00Z' };
      const refused = await post(desk.manager, `/contracts/${made.body.id}/${act}`, body, ended.body.version);
      expect([act, refused.body.detail]).toEqual([act, 'The contract has ended.']);
    }
  });

  test('that there is none of cannot be moved', async () => {
    const made = await sign();
    const refused = await post(
      desk.manager,
      `/contracts/${made.body.id}/renewal`,
      { endsAt: '2027-01-01T00:00:00Z' },
      made.body.version,
    );
    expect(refused.body).toMatchObject({ code: 'state.not-possible', detail: expect.stringContaining('no end') });
  });
});

test('another name is on record with the one before', async () => {
  const made = await sign();
  const renamed = await desk.server.call(
    desk.manager,
    'PATCH',
    `/accounts/${desk.accountId}/contracts/${made.body.id}`,
    {
      body: { name: 'Care' },
      headers: { 'if-match': `"${made.body.version}"` },
    },
  );
  expect(renamed.body.name).toBe('Care');
  expect((await timeline(desk.approver))[0]).toEqual([
    'the contract was renamed',
    'Care',
    'Mara Manager',
    '“Support” is called “Care” from now on.',
  ]);
});

test('what only people read changes no clock: the ledger stays true whatever such facts carry', async () => {
  const made = await sign();
  await at('2026-07-02T00:00:00Z');
  const { version } = (await get(desk.manager, `/contracts/${made.body.id}`)).body;
  const dues = async () =>
    (await get(desk.manager, '/obligations?show=all&limit=100')).body.rows.map(
      ({ promise, dueAt }: { promise: string; dueAt: string }) => `${promise} ${dueAt}`,
    );
  const before = await dues();
  // Its data names the other level, as `contract.moved` would.
  const proposed = await post(desk.manager, `/contracts/${made.body.id}/changes`, weaker(), version);
  expect(proposed.body.proposed.level).toBe('essential');
  expect(await dues()).toEqual(before);
  await desk.server.db.write(SYSTEM, async (tx) => {
    const checked = await verifyAccount(tx, desk.accountId, desk.server.clock.now());
    expect(checked.differences).toEqual([]);
    return { ok: true as const };
  });
});
