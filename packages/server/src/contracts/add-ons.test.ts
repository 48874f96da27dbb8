import sql from 'sql-template-tag';
import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../platform/database/actor.ts';
import { useDesk } from './oracles/contract-desk.ts';

const desk = useDesk();
const { at, facts, get, post, sign } = desk;

describe('TX14: an add-on', () => {
  const addOn = (body: object) =>
    post(desk.manager, '/contracts', {
      name: 'TAM',
      versionId: desk.tuxcare.versionId,
      level: 'tam',
      startsAt: '2026-07-01T00:00:00Z',
      ...body,
    });

  test('extends a contract of a base service in the same account, and ends with it', async () => {
    expect((await addOn({})).body.detail).toContain('is an add-on: name the contract that it extends');
    const base = await sign();
    const added = await addOn({ extendsId: base.body.id });
    expect(added.body.extends).toEqual({ id: base.body.id, name: 'Support' });
    expect((await addOn({ extendsId: added.body.id })).body.detail).toContain('is an add-on itself');
    expect((await sign({ extendsId: base.body.id })).body.detail).toContain('is no add-on');
    await at('2026-08-01T00:00:00Z');
    await post(desk.manager, `/contracts/${base.body.id}/ending`, {}, base.body.version);
    expect((await get(desk.manager, `/contracts/${added.body.id}`)).body.state).toBe('ended');
    expect((await facts(added.body.id)).at(-1)).toBe('contract.ended 2026-08-01T00:00:00Z');
    expect((await addOn({ extendsId: base.body.id })).body.code).toBe('state.not-possible');
  });

  test("cannot extend another account's contract", async () => {
    const base = await sign();
    desk.accountId = await desk.server.account('Elsewhere');
    expect((await addOn({ extendsId: base.body.id })).body.code).toBe('record.not-found');
  });

  test('TX6: brings the working hours of its own account manager', async () => {
    const base = await sign();
    const added = await addOn({
      extendsId: base.body.id,
      parameters: { 'manager-hours': 'lena' },
      calendars: {
        lena: {
          zone: 'Europe/Rome',
          weekly: { 'mon-fri': ['10:00-18:00'] },
          holidays: [{ country: 'IT', list: 'date-holidays 3.37.0' }],
        },
      },
    });
    expect([added.status, added.body.current.parameters]).toEqual([201, { 'manager-hours': 'lena' }]);
    const kept = await desk.server.db.read(SYSTEM, (tx) =>
      tx.first<{ country: string }>(
        sql`select holidays->'places'->0->>'country' as country from contract_terms where contract_id = ${added.body.id}`,
      ),
    );
    expect(kept).toEqual({ country: 'IT' });
  });
});
