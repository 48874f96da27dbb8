/** Writes of providers of single sign-on; their secrets are sealed before they come here. */
import sql from 'sql-template-tag';
import type { Body } from '@tamarack/contract';
import type { Tx } from '../../platform/database/tx.ts';

/** What the sealing of a provider's secret is bound to. */
export const SECRET_OF_PROVIDER = 'sign-on-provider';

export async function insertProvider(
  tx: Tx,
  provider: Omit<Body<'POST /sign-on-providers'>, 'clientSecret'>,
  sealedSecret: string,
): Promise<string | undefined> {
  const row = await tx.first<{ id: string }>(sql`insert into sign_on_provider
    (slug, name, issuer, client_id, sealed_secret, domains, newcomer_role) values (${provider.slug}, ${provider.name},
    ${provider.issuer}, ${provider.clientId}, ${sealedSecret}, ${provider.domains}, ${provider.newcomerRole})
    on conflict (slug) do nothing returning id`);
  return row?.id;
}

export async function lockProvider(
  tx: Tx,
  id: string,
): Promise<{ readonly slug: string; readonly issuer: string; readonly version: number } | undefined> {
  return tx.first(sql`select slug, issuer, version from sign_on_provider where id = ${id} for update`);
}

type Changed = Omit<Body<'PATCH /sign-on-providers/:providerId'>, 'clientSecret'> & { readonly sealedSecret?: string };

/** What is left out stays. */
export async function updateProvider(tx: Tx, id: string, changed: Changed, now: Temporal.Instant): Promise<void> {
  const { isDisabled } = changed;
  const has = (name: keyof Changed) => changed[name] !== undefined;
  await tx.run(sql`update sign_on_provider set
    name = coalesce(${changed.name}, name), issuer = coalesce(${changed.issuer}, issuer),
    client_id = coalesce(${changed.clientId}, client_id), sealed_secret = coalesce(${changed.sealedSecret}, sealed_secret),
    domains = coalesce(${changed.domains}::text[], domains),
    newcomer_role = case when ${has('newcomerRole')} then ${changed.newcomerRole} else newcomer_role end,
    disabled_at = case when ${isDisabled}::boolean is null then disabled_at when ${isDisabled}::boolean then ${now.toString()}::timestamptz end,
    version = version + 1 where id = ${id}`);
}

/** A subject of one issuer says nothing about the same subject of another: it is forgotten whom the provider knew. */
export async function forgetSubjects(tx: Tx, slug: string): Promise<void> {
  await tx.run(sql`delete from credential where provider_id = ${slug}`);
}

export async function deleteProvider(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`delete from sign_on_provider where id = ${id}`);
}
