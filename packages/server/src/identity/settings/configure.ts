/** Configures the installation. */
import type { Body, Gives } from '@tamarack/contract';
import type { Tx } from '../../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../../platform/http/refuse-api.ts';
import type { Visitor } from '../../platform/http/visitor.ts';
import { hasSecondFactor } from '../me/me-views.ts';
import { lockSettings, saveSetting } from './setting-store.ts';
import { settings } from './setting-views.ts';

/** Refuses `edit.conflict`, and a rule that would lock its own author out (`state.not-possible`). */
export async function configure(
  tx: Tx,
  visitor: Visitor,
  wanted: Body<'PUT /settings'>,
  ifMatch: number,
): Promise<ApiResult<Gives<'PUT /settings'>>> {
  await lockSettings(tx);
  const before = await settings(tx);
  if (before.version !== ifMatch) return refuseApi('edit.conflict');
  const isNew = wanted.secondFactorForStaff && !before.secondFactorForStaff;
  if (isNew && !(await hasSecondFactor(tx, visitor.personId)))
    return refuseApi('state.not-possible', 'Set up a second factor of your own before you ask for everybody’s.');
  await saveSetting(tx, 'provider-name', wanted.providerName);
  await saveSetting(tx, 'staff-see', wanted.staffSee);
  await saveSetting(tx, 'second-factor-for-staff', wanted.secondFactorForStaff);
  return { ok: true, value: await settings(tx) };
}
