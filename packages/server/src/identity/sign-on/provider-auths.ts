/**
 * The sign-in library once for each provider of single sign-on, made when somebody first signs in by it: a provider that
 * cannot be reached then is nobody else's trouble, and is tried again the next time.
 */
import { SYSTEM } from '../../platform/database/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Auth, type AuthParts, makeAuth } from '../auth/make-auth.ts';
import { openedProvider } from './provider-views.ts';

/** Finds the library of a provider by its slug; one that was changed is made anew. */
export function providerAuths(db: Database, parts: AuthParts): (slug: string) => Promise<Auth | undefined> {
  const made = new Map<string, { readonly version: string; readonly auth: Auth }>();
  return async (slug) => {
    const provider = await db.read(SYSTEM, (tx) => openedProvider(tx, slug, parts.secret));
    if (!provider) {
      made.delete(slug);
      return undefined;
    }
    const version = JSON.stringify(provider);
    const known = made.get(slug);
    if (known?.version === version) return known.auth;
    const auth = makeAuth(parts, provider);
    const isUsable = await knowsProvider(auth);
    if (isUsable) made.set(slug, { version, auth });
    return auth;
  };
}

/** The library leaves a provider out whose discovery failed, and would leave it out for ever. */
async function knowsProvider({ context }: Auth): Promise<boolean> {
  const { socialProviders } = await context();
  return socialProviders.length > 0;
}
