/** Changes what people say about themselves. */
import type { Body, Gives } from '@tamarack/contract';
import { readCalendar } from '@tamarack/core';
import type { Tx } from '../../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../../platform/http/refuse-api.ts';
import type { Visitor } from '../../platform/http/visitor.ts';
import { me } from './me-views.ts';
import { lockPerson, updateMe } from './person-store.ts';

/** Refuses `edit.conflict`, and working hours that are none (`value.not-allowed`, with the sentence of the language). */
export async function changeMe(
  tx: Tx,
  visitor: Visitor,
  change: Body<'PATCH /me'>,
  ifMatch: number,
  now: Temporal.Instant,
): Promise<ApiResult<Gives<'PATCH /me'>>> {
  const locked = await lockPerson(tx, visitor.personId);
  if (!locked) return refuseApi('record.not-found');
  if (locked.version !== ifMatch) return refuseApi('edit.conflict');
  if (change.workingCalendar) {
    const read = readCalendar({ zone: change.zone ?? locked.zone, weekly: change.workingCalendar.weekly });
    if (!read.ok) return refuseApi('value.not-allowed', `The working hours cannot be read: ${read.refusal.sentence}`);
  }
  await updateMe(tx, visitor.personId, change, now);
  return { ok: true, value: await me(tx, { ...visitor, name: change.name ?? visitor.name }) };
}
