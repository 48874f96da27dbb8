/** Providers of single sign-on. */
import sql from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../../platform/database/tx.ts';
import type { OpenedProvider } from '../auth/oauth-config.ts';
import { unseal } from '../seal.ts';
import { SECRET_OF_PROVIDER } from './provider-store.ts';

export type SignOnProvider = Gives<'POST /sign-on-providers'>;

const columns = sql`id, slug, name, issuer, client_id as "clientId", domains, newcomer_role as "newcomerRole",
  '/api/auth/callback/' || slug as "redirectPath", disabled_at as "disabledAt", version`;

export function signOnProviders(tx: Tx): Promise<SignOnProvider[]> {
  return tx.rows<SignOnProvider>(sql`select ${columns} from sign_on_provider order by name, slug`);
}

export function signOnProvider(tx: Tx, id: string): Promise<SignOnProvider | undefined> {
  return tx.first<SignOnProvider>(sql`select ${columns} from sign_on_provider where id = ${id}`);
}

type Row = OpenedProvider & { readonly sealed_secret: string };

/** A provider that is in use, with its secret readable. */
export async function openedProvider(tx: Tx, slug: string, secret: string): Promise<OpenedProvider | undefined> {
  const row = await tx.first<Row>(sql`select ${columns}, sealed_secret from sign_on_provider
    where slug = ${slug} and disabled_at is null`);
  if (!row) return undefined;
  const { sealed_secret: sealed, ...provider } = row;
  return { ...provider, clientSecret: unseal(sealed, secret, SECRET_OF_PROVIDER) };
}

/** Names for the sign-in page. */
export function signOnChoices(tx: Tx): Promise<{ slug: string; name: string }[]> {
  return tx.rows(sql`select slug, name from sign_on_provider where disabled_at is null order by name, slug`);
}
