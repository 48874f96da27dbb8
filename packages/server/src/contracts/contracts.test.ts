import { describe, expect, test } from 'vitest';
import { useDesk } from './oracles/contract-desk.ts';

const desk = useDesk();
const { at, enhanced, facts, get, jobsAt, post, sign } = desk;

describe('a contract', () => {
  test('signed before its start is agreed, and starts when its time comes', async () => {
    const made = await sign({ signedForCustomerBy: 'Cora Chief', endsAt: '2027-07-01T00:00:00Z' });
    expect([made.status, made.body.state, made.body.current.state]).toEqual([201, 'upcoming', 'agreed']);
    expect(made.body.current).toMatchObject({ level: 'enhanced', levelTitle: 'Enhanced', documentVersion: '1.0' });
    await at('2026-07-01T00:00:05Z');
    await at('2026-07-01T00:00:05Z');
    expect((await get(desk.manager, `/contracts/${made.body.id}`)).body.state).toBe('running');
    expect(await facts(made.body.id)).toEqual([
      'contract.signed 2026-06-01T08:00:00Z',
      'contract.started 2026-07-01T00:00:00Z',
    ]);
    await at('2027-07-02T00:00:00Z');
    expect((await get(desk.approver, `/contracts/${made.body.id}`)).body).toMatchObject({ state: 'ended' });
    expect((await facts(made.body.id)).at(-1)).toBe('contract.ended 2027-07-01T00:00:00Z');
  });

  test('that began before today waits for the desk.approver of the customer', async () => {
    const made = await sign({ startsAt: '2026-03-01T00:00:00Z' });
    expect([made.body.state, made.body.current, made.body.proposed.state]).toEqual(['proposed', null, 'proposed']);
    expect(await facts(made.body.id)).toEqual(['contract.proposed 2026-06-01T08:00:00Z']);
    const decision = `/contracts/${made.body.id}/changes/${made.body.proposed.id}/decision`;
    expect((await post(desk.manager, decision, { agrees: true })).status).toBe(403);
    const agreed = await post(desk.approver, decision, { agrees: true, note: 'So it was' });
    expect(agreed.body).toMatchObject({ state: 'running', current: { decidedBy: { id: desk.approver.id } } });
    expect(await facts(made.body.id)).toEqual([
      'contract.started 2026-03-01T00:00:00Z',
      'contract.proposed 2026-06-01T08:00:00Z',
      'contract.agreed 2026-06-01T08:00:00Z',
      'contract.signed 2026-06-01T08:00:00Z',
    ]);
  });

  test("says in core's words what is wrong with its values", async () => {
    const wrong = async (body: object) => {
      const { status, body: refused } = await sign(body);
      return [status, refused.code, ...(refused.fields ?? []).map(({ path }: { path: string }) => path)];
    };
    expect(await wrong({ level: 'gold' })).toEqual([422, 'level.unknown']);
    expect(await wrong({ parameters: { 'standstill-report-interval': '9 days' } })).toEqual([
      422,
      'parameter.invalid',
      'parameters.standstill-report-interval',
    ]);
    expect(await wrong({ deviations: [{ promise: 'first-response', severity: 1, value: '3 days' }] })).toEqual([
      422,
      'deviation.not-allowed',
      'deviations.0.value',
    ]);
    expect(await wrong({ calendars: { own: { zone: 'Mars', weekly: '24x7' } } })).toEqual([
      422,
      'calendar.unknown-zone',
    ]);
    expect(await wrong({ startsAt: '0001-01-01T00:00:00Z' })).toEqual([422, 'value.not-allowed']);
    expect(await wrong({ endsAt: '9999-01-01T00:00:00Z' })).toEqual([422, 'value.not-allowed']);
    const signedAt = '2026-06-02T00:00:00Z';
    for (const startsAt of ['2026-03-01T00:00:00Z', '2026-07-01T00:00:00Z'])
      expect(await wrong({ startsAt, signedAt })).toEqual([422, 'value.not-allowed', 'signedAt']);
    expect(await wrong({ versionId: desk.accountId })).toEqual([422, 'value.not-allowed']);
    const second = { startsAt: '2026-07-01T00:00:00.100Z', endsAt: '2026-07-01T00:00:00.900Z' };
    expect(await wrong(second)).toEqual([422, 'value.not-allowed', 'endsAt']);
    const form = await desk.server.call(
      desk.manager,
      'GET',
      `/descriptions/${desk.almacare.descriptionId}/versions/${desk.almacare.versionId}/agreeable?level=enhanced`,
    );
    expect(form.body.deviations[0].rows[0]).toMatchObject({ severity: 1, target: '30 minutes' });
    expect(form.body.parameters[1]).toMatchObject({ bounds: 'between 1 day and 3 days', required: false });
  });

  test('renews itself month by month from its first end, until notice is given', async () => {
    const made = await sign({
      startsAt: '2026-06-30T22:00:00Z',
      endsAt: '2026-08-30T22:00:00Z',
      renewal: 'automatic',
      renewalMonths: 1,
      noticeDays: 10,
    });
    expect(made.body.noticeUntil).toBe('2026-08-20T22:00:00Z');
    await at('2026-10-15T00:00:00Z');
    const { body } = await get(desk.manager, `/contracts/${made.body.id}`);
    // Midnight of 31 August in Berlin, then 30 September, then 31 October, already in winter time.
    expect(body.endsAt).toBe('2026-10-30T23:00:00Z');
    const ending = await post(desk.manager, `/contracts/${made.body.id}/ending`, { endsAt: body.endsAt }, body.version);
    expect(ending.body.ending).toMatchObject({ recordedBy: { name: 'Mara Manager' } });
    await at('2026-11-05T00:00:00Z');
    expect(await facts(made.body.id)).toEqual([
      'contract.signed 2026-06-01T08:00:00Z',
      'contract.started 2026-06-30T22:00:00Z',
      'contract.renewed 2026-08-30T22:00:00Z',
      'contract.renewed 2026-09-29T22:00:00Z',
      'contract.ending-recorded 2026-10-15T00:00:00Z',
      'contract.ended 2026-10-30T23:00:00Z',
    ]);
  });

  test('is renewed by staff to a later end, and ended early, but never in the past', async () => {
    const made = await sign({ endsAt: '2026-12-01T00:00:00Z' });
    const path = `/contracts/${made.body.id}`;
    const sooner = await post(desk.manager, `${path}/renewal`, { endsAt: '2026-11-01T00:00:00Z' }, made.body.version);
    expect(sooner.body.code).toBe('value.not-allowed');
    const renewed = await post(desk.manager, `${path}/renewal`, { endsAt: '2027-12-01T00:00:00Z' }, made.body.version);
    expect(renewed.body.endsAt).toBe('2027-12-01T00:00:00Z');
    expect((await post(desk.manager, `${path}/ending`, {}, made.body.version)).body.code).toBe('edit.conflict');
    await at('2026-09-01T00:00:00Z');
    const past = await post(desk.manager, `${path}/ending`, { endsAt: '2026-08-01T00:00:00Z' }, renewed.body.version);
    expect(past.body.code).toBe('value.not-allowed');
    const ended = await post(desk.manager, `${path}/ending`, { note: 'Merged' }, renewed.body.version);
    expect(ended.body).toMatchObject({ state: 'ended', endsAt: '2026-09-01T00:00:00Z', ending: { note: 'Merged' } });
  });

  test('plans one job for the next thing that happens', async () => {
    await sign({ endsAt: '2027-07-01T00:00:00Z' });
    expect(await jobsAt()).toEqual(['2026-07-01T00:00:00.000Z']);
    await at('2026-07-01T00:00:00Z');
    expect(await jobsAt()).toEqual(['2027-07-01T00:00:00.000Z']);
  });
});

describe('who sees and does what', () => {
  test('the customer reads its contracts and their document; strangers see nothing', async () => {
    const made = await sign();
    const path = `/contracts/${made.body.id}`;
    expect((await get(desk.approver, '/contracts')).body.rows).toHaveLength(1);
    expect((await get(desk.approver, `${path}/document`)).body.subtitle).toBe('Service description, level Enhanced');
    const page = await get(desk.approver, `${path}/page`);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    const stranger = await desk.server.customer(
      `Stan Stranger ${desk.letter}`,
      await desk.server.account('Foreign'),
      'approver',
    );
    for (const reply of [
      await get(stranger, path),
      await get(stranger, `${path}/page`),
      await get(stranger, '/entitlements'),
    ])
      expect(reply.body.code).toBe('record.not-found');
    expect((await post(desk.approver, '/contracts', enhanced())).status).toBe(403);
    const engineer = await desk.server.staff(`Erik Engineer ${desk.letter}`, 'support-engineer');
    expect((await post(engineer, '/contracts', enhanced())).status).toBe(403);
    expect((await get(engineer, path)).status).toBe(200);
  });
});
