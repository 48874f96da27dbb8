/** The administrator adds, changes and removes providers of single sign-on. */
import type { Body } from '@tamarack/contract';
import type { Tx } from '../../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../../platform/http/refuse-api.ts';
import { secretIn } from '../installation-secret-store.ts';
import { seal } from '../seal.ts';
import {
  deleteProvider,
  forgetSubjects,
  insertProvider,
  lockProvider,
  SECRET_OF_PROVIDER,
  updateProvider,
} from './provider-store.ts';
import { type SignOnProvider, signOnProvider } from './provider-views.ts';

/** Refuses `value.taken` for a slug that another provider has. */
export async function addProvider(tx: Tx, body: Body<'POST /sign-on-providers'>): Promise<ApiResult<SignOnProvider>> {
  const { clientSecret, ...provider } = body;
  const id = await insertProvider(tx, provider, await sealed(tx, clientSecret));
  if (id === undefined) return refuseApi('value.taken', `Another provider is called ${provider.slug} already.`);
  return shown(tx, id);
}

/** Refuses `edit.conflict`. A secret that is left out stays. */
export async function changeProvider(
  tx: Tx,
  id: string,
  body: Body<'PATCH /sign-on-providers/:providerId'>,
  now: Temporal.Instant,
  ifMatch: number,
): Promise<ApiResult<SignOnProvider>> {
  const locked = await lockProvider(tx, id);
  if (!locked) return refuseApi('record.not-found');
  if (locked.version !== ifMatch) return refuseApi('edit.conflict');
  const { clientSecret, ...changed } = body;
  const secret = clientSecret === undefined ? {} : { sealedSecret: await sealed(tx, clientSecret) };
  await updateProvider(tx, id, { ...changed, ...secret }, now);
  if (changed.issuer !== undefined && changed.issuer !== locked.issuer) await forgetSubjects(tx, locked.slug);
  return shown(tx, id);
}

/** False where there is no such provider. */
export async function removeProvider(tx: Tx, id: string): Promise<boolean> {
  const locked = await lockProvider(tx, id);
  if (!locked) return false;
  await forgetSubjects(tx, locked.slug);
  await deleteProvider(tx, id);
  return true;
}

async function sealed(tx: Tx, clientSecret: string): Promise<string> {
  return seal(clientSecret, await secretIn(tx), SECRET_OF_PROVIDER);
}

async function shown(tx: Tx, id: string): Promise<ApiResult<SignOnProvider>> {
  const provider = await signOnProvider(tx, id);
  return provider ? { ok: true, value: provider } : refuseApi('record.not-found');
}
