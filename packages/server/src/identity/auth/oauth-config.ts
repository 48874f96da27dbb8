/** A provider of single sign-on as the sign-in library wants it: OpenID Connect by discovery, with PKCE and nonce. */
import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth';

/** A configured provider, its secret readable. */
export type OpenedProvider = {
  readonly slug: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly domains: readonly string[];
  readonly newcomerRole: string | null;
  readonly version: number;
};

/** The provider is believed about addresses of its own domains, and only where it has verified them itself. */
export function oauthConfigOf(provider: OpenedProvider): GenericOAuthConfig {
  const { slug, name, issuer, clientId, clientSecret, domains, newcomerRole } = provider;
  return {
    providerId: slug,
    name,
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: newcomerRole === null,
    mapProfileToUser: (profile) => {
      const email = (profile.email ?? '').toLowerCase();
      return { email, emailVerified: profile['email_verified'] === true && isOfDomains(email, domains) };
    },
  };
}

function isOfDomains(email: string, domains: readonly string[]): boolean {
  return domains.includes(email.slice(email.lastIndexOf('@') + 1));
}
