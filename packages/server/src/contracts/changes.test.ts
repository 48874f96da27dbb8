import { describe, expect, test } from 'vitest';
import { publishService } from '../../../../tests/support/publish-service.ts';
import { useDesk } from './oracles/contract-desk.ts';

const desk = useDesk();
const { at, facts, get, post, sign } = desk;

describe('CA15: a change', () => {
  const change = (body: object) => ({ versionId: desk.almacare.versionId, level: 'essential', ...body });

  test('that makes something weaker is proposed; declined, the old terms stay; agreed, they end', async () => {
    const made = await sign();
    await at('2026-07-02T00:00:00Z');
    const path = `/contracts/${made.body.id}`;
    const shown = await post(desk.manager, `${path}/changes/preview`, change({}));
    expect(shown.body).toMatchObject({ verdict: 'weaker', needsApproval: true, approvers: [{ id: desk.approver.id }] });
    expect(shown.body.differences[0]).toMatchObject({ clause: 'Promise: First response', verdict: 'weaker' });
    const proposed = await post(desk.manager, `${path}/changes`, change({ note: 'Cheaper' }), made.body.version);
    expect(proposed.body).toMatchObject({
      current: { level: 'enhanced' },
      proposed: { level: 'essential', verdict: 'weaker' },
    });
    const told = await desk.server.call(desk.approver, 'GET', '/me/notifications');
    expect(told.body.rows).toMatchObject([{ kind: 'contract.change-proposed', title: 'Support' }]);
    expect(told.body.rows[0].says).toBe('A change of a contract waits for your answer');
    const again = await post(desk.manager, `${path}/changes`, change({}), proposed.body.version);
    expect(again.body.code).toBe('state.not-possible');
    const termsPath = `${path}/changes/${proposed.body.proposed.id}`;
    expect((await get(desk.approver, `${termsPath}/differences`)).body.weaker).toBe(shown.body.weaker);
    const declined = await post(desk.approver, `${termsPath}/decision`, { agrees: false, note: 'No' });
    expect(declined.body).toMatchObject({ proposed: null, current: { number: 1, untilAt: null } });
    expect((await post(desk.approver, `${termsPath}/decision`, { agrees: true })).body.code).toBe('state.not-possible');

    const heard = await desk.server.call(desk.manager, 'GET', '/me/notifications');
    expect(heard.body.rows[0]).toMatchObject({ kind: 'contract.change-declined', accountId: desk.accountId });

    const second = await post(desk.manager, `${path}/changes`, change({}), declined.body.version);
    await at('2026-07-10T12:00:00Z');
    const agreed = await post(desk.approver, `${path}/changes/${second.body.proposed.id}/decision`, { agrees: true });
    expect(agreed.body.current).toMatchObject({ level: 'essential', fromAt: '2026-07-10T12:00:00Z' });
    expect(
      agreed.body.history.map((terms: { state: string; untilAt: string | null }) => [terms.state, terms.untilAt]),
    ).toEqual([
      ['agreed', null],
      ['declined', null],
      ['agreed', '2026-07-10T12:00:00Z'],
    ]);
    expect(await facts(made.body.id)).toEqual([
      'contract.signed 2026-06-01T08:00:00Z',
      'contract.started 2026-07-01T00:00:00Z',
      'contract.change-proposed 2026-07-02T00:00:00Z',
      'contract.change-declined 2026-07-02T00:00:00Z',
      'contract.change-proposed 2026-07-02T00:00:00Z',
      'contract.change-agreed 2026-07-10T12:00:00Z',
      'contract.moved 2026-07-10T12:00:00Z',
    ]);
  });

  test('that is only stronger is agreed at once, and can hold from later on', async () => {
    const made = await sign({ parameters: { 'standstill-report-interval': '2 days' } });
    const body = { versionId: desk.almacare.versionId, level: 'enhanced', fromAt: '2026-09-01T00:00:00Z' };
    const moved = await post(desk.manager, `/contracts/${made.body.id}/changes`, body, made.body.version);
    expect(moved.body).toMatchObject({ proposed: null, current: { number: 1, untilAt: '2026-09-01T00:00:00Z' } });
    expect((await facts(made.body.id)).at(-1)).toBe('contract.change-agreed 2026-06-01T08:00:00Z');
    await at('2026-09-01T00:00:00Z');
    expect((await get(desk.manager, `/contracts/${made.body.id}`)).body.current).toMatchObject({
      number: 2,
      verdict: 'stronger',
    });
    expect((await facts(made.body.id)).at(-1)).toBe('contract.moved 2026-09-01T00:00:00Z');
  });

  test('names nothing new, another service, the past, or an edition that changed: refused', async () => {
    const made = await sign();
    await at('2026-07-02T00:00:00Z');
    const code = async (body: object, version = made.body.version as number) =>
      (await post(desk.manager, `/contracts/${made.body.id}/changes`, body, version)).body.code;
    const same = { versionId: desk.almacare.versionId, level: 'enhanced' };
    expect(await code(same)).toBe('value.not-allowed');
    expect(await code({ versionId: desk.tuxcare.versionId, level: 'tam' })).toBe('value.not-allowed');
    expect(await code({ ...same, level: 'essential', fromAt: '2026-07-01T12:00:00Z' })).toBe('value.not-allowed');
    expect(await code({ ...same, level: 'essential' }, 99)).toBe('edit.conflict');
  });

  test('of two at once one is taken', async () => {
    const made = await sign();
    const body = change({});
    const replies = await Promise.all(
      [1, 2, 3].map(() => post(desk.manager, `/contracts/${made.body.id}/changes`, body, made.body.version)),
    );
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
  });

  test('to a newer version keeps the older until then', async () => {
    const next = await publishService(desk.server.db, 'almacare', (text) =>
      text.replaceAll('"1.0"', '"1.1"').replace('1: 30 minutes,', '1: 20 minutes,'),
    );
    const made = await sign();
    const body = { versionId: next.versionId, level: 'enhanced' };
    const moved = await post(desk.manager, `/contracts/${made.body.id}/changes`, body, made.body.version);
    expect(moved.status).toBe(200);
    const [newest, first] = moved.body.history;
    expect([newest.documentVersion, first.documentVersion]).toEqual(['1.1', '1.0']);
  });

  test('is withdrawn by staff, and never by the customer', async () => {
    const made = await sign();
    const proposed = await post(desk.manager, `/contracts/${made.body.id}/changes`, change({}), made.body.version);
    const path = `/contracts/${made.body.id}/changes/${proposed.body.proposed.id}/withdrawal`;
    expect((await post(desk.approver, path, {})).status).toBe(403);
    expect((await post(desk.manager, path, { note: 'Mistake' })).body.history[0]).toMatchObject({ state: 'withdrawn' });
  });
});
