/** Of which kinds a person is told by mail, and when. */
import type { Body, Gives } from '@tamarack/contract';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Tx } from '../platform/database/tx.ts';
import { NOTIFICATION_KINDS, wordsOf } from './kinds.ts';
import { replaceChoices } from './notification-store.ts';
import { choicesOf } from './notification-views.ts';

type Preferences = Gives<'GET /me/notification-preferences'>;

export async function preferencesOf(tx: Tx, personId: string): Promise<Preferences> {
  const { usual, byKind } = await choicesOf(tx, personId);
  const kinds = NOTIFICATION_KINDS.map((kind) => ({
    kind,
    says: wordsOf(kind).says,
    mails: byKind.get(kind) ?? usual,
    isOwnChoice: byKind.has(kind),
  }));
  return { kinds };
}

export async function choosePreferences(
  tx: Tx,
  personId: string,
  { kinds }: Body<'PUT /me/notification-preferences'>,
): Promise<ApiResult<Preferences>> {
  const unknown = Object.keys(kinds).find((kind) => !NOTIFICATION_KINDS.includes(kind));
  if (unknown !== undefined) return refuseApi('value.not-allowed', `Nobody is told of ${unknown}.`);
  await replaceChoices(tx, personId, kinds);
  return { ok: true, value: await preferencesOf(tx, personId) };
}
