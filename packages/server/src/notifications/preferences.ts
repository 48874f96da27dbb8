/** Of which kinds a person is told by mail, and when. */
import type { Body, Gives } from '@tamarack/contract';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Tx } from '../platform/database/tx.ts';
import type { Actor } from '../platform/database/actor.ts';
import { personOf } from '../platform/http/person-of.ts';
import { kindsFor, wordsOf } from './kinds.ts';
import { replaceChoices } from './notification-store.ts';
import { choicesOf } from './notification-views.ts';

type Preferences = Gives<'GET /me/notification-preferences'>;

export async function preferencesOf(tx: Tx, actor: Actor): Promise<Preferences> {
  const { usual, byKind } = await choicesOf(tx, personOf(actor));
  const kinds = kindsFor(actor.side).map((kind) => ({
    kind,
    says: wordsOf(kind).says,
    mails: byKind.get(kind) ?? usual,
    isOwnChoice: byKind.has(kind),
  }));
  return { kinds };
}

export async function choosePreferences(
  tx: Tx,
  actor: Actor,
  { kinds }: Body<'PUT /me/notification-preferences'>,
): Promise<ApiResult<Preferences>> {
  const unknown = Object.keys(kinds).find((kind) => !kindsFor(actor.side).includes(kind));
  if (unknown !== undefined) return refuseApi('value.not-allowed', `You are never told of ${unknown}.`);
  await replaceChoices(tx, personOf(actor), kinds);
  return { ok: true, value: await preferencesOf(tx, actor) };
}
