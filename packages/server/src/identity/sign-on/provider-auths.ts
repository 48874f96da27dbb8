/**
 * The sign-in library once for each provider of single sign-on, made when somebody first signs in by it: a provider that
 * cannot be reached then is nobody else's trouble, and is tried again the next time.
 */
import { SYSTEM } from '../../platform/database/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { refuseApi, type ApiResult } from '../../platform/http/refuse-api.ts';
import type { Auth, AuthParts, MakeAuth } from '../auth/make-auth.ts';
import { openedProvider } from './provider-views.ts';

/**
 * Finds the library of a provider by its slug; one that was changed is made anew. Refuses `record.not-found`, and
 * `server.busy` while the provider cannot be reached.
 */
export function providerAuths(
  db: Database,
  parts: AuthParts,
  makeAuth: MakeAuth,
): (slug: string) => Promise<ApiResult<Auth>> {
  const made = new Map<string, { readonly version: string; readonly auth: Promise<Auth | undefined> }>();
  return async (slug) => {
    const provider = await db.read(SYSTEM, (tx) => openedProvider(tx, slug, parts.secret));
    if (!provider) {
      made.delete(slug);
      return refuseApi('record.not-found', 'There is no such way to sign in.');
    }
    const version = JSON.stringify(provider);
    const known = made.get(slug);
    // Whoever comes while the provider is being asked waits for the same answer: it is asked once, and not for each of them.
    const asked = known?.version === version ? known : { version, auth: reached(makeAuth(parts, provider)) };
    made.set(slug, asked);
    let auth: Auth | undefined;
    try {
      auth = await asked.auth;
    } finally {
      if (!auth && made.get(slug) === asked) made.delete(slug);
    }
    if (auth) return { ok: true, value: auth };
    return refuseApi('server.busy', `${provider.name} cannot be reached just now.`);
  };
}

/** The library leaves a provider out whose discovery failed, and would leave it out for ever. */
async function reached(making: Promise<Auth>): Promise<Auth | undefined> {
  const auth = await making;
  const { socialProviders } = await auth.context();
  return socialProviders.length > 0 ? auth : undefined;
}
