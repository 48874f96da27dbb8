/** Sessions and API tokens by what their bearer shows. */
import sql from 'sql-template-tag';
import type { Action } from '@tamarack/contract';
import type { Tx } from '../../platform/database/tx.ts';

export type SignedInBy = 'password' | 'second-factor' | 'passkey' | 'single-sign-on';
export type FoundSession = {
  readonly id: string;
  readonly person_id: string;
  readonly signed_in_by: SignedInBy;
  readonly updated_at: string;
  readonly expires_at: string;
};
export type FoundToken = {
  readonly id: string;
  readonly person_id: string;
  readonly scopes: readonly Action[];
  readonly last_used_at: string | null;
  readonly expires_at: string;
};

/** A session that has not expired. */
export async function sessionByToken(tx: Tx, token: string, now: Temporal.Instant): Promise<FoundSession | undefined> {
  const [session] = await tx.prepared<FoundSession>(
    'session-by-token',
    sql`select id, person_id, signed_in_by, updated_at, expires_at from session where token = ${token} and expires_at > ${now.toString()}`,
  );
  return session;
}

/** A token that has neither expired nor been revoked. */
export async function tokenByHash(tx: Tx, hash: Buffer, now: Temporal.Instant): Promise<FoundToken | undefined> {
  const [token] = await tx.prepared<FoundToken>(
    'token-by-hash',
    sql`select id, person_id, scopes, last_used_at, expires_at from api_token
      where hash = ${hash} and revoked_at is null and expires_at > ${now.toString()}`,
  );
  return token;
}
