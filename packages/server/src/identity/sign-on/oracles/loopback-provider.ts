/**
 * A real OpenID provider on loopback. Whoever it is told signs in without being asked; where it knows people by name, it
 * shows a page of its own that asks who they are.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
// @ts-expect-error: the package brings no types; the part that is used here is written down below.
import { Provider as Untyped } from 'oidc-provider';

type OpenIdProvider = {
  readonly Grant: new (of: object) => { addOIDCScope: (scope: string) => void; save: () => Promise<string> };
  readonly callback: () => (request: IncomingMessage, response: ServerResponse) => void;
  readonly interactionFinished: (request: IncomingMessage, response: ServerResponse, result: object) => Promise<void>;
};
const Provider = Untyped as new (issuer: string, configuration: object) => OpenIdProvider;

const LOGIN_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Northwind</title><link rel="icon" href="data:,">
<h1>Northwind login</h1><form method="post"><label>Who are you? <input name="name"></label><button>Go on</button></form></html>`;

/** The name that was sent by the form of the page; empty where it was only asked for. */
async function askedFor(request: IncomingMessage): Promise<string> {
  const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString('utf8');
  return new URLSearchParams(body).get('name') ?? '';
}

export type Claims = {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
};

export type LoopbackProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signInAs: (claims: Claims) => void;
  /** Follows an authorization address to where the provider sends the browser back. */
  readonly authorize: (address: string) => Promise<URL>;
  readonly stop: () => Promise<void>;
};

export async function startLoopbackProvider(
  redirectUris: readonly string[],
  people?: ReadonlyMap<string, Claims>,
): Promise<LoopbackProvider> {
  let current: Claims = { sub: 'nobody' };
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['tamarack', 'a secret that nobody else knows'];
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: redirectUris }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, sub: string) => {
      const known = people?.values().find((claims) => claims.sub === sub) ?? current;
      return { accountId: known.sub, claims: () => Promise.resolve(known) };
    },
    cookies: { keys: ['for tests only'] },
    loadExistingGrant: async (context: {
      oidc: { client: { clientId: string }; session: { accountId: string }; provider: OpenIdProvider };
    }) => {
      const { client, session, provider: own } = context.oidc;
      const grant = new own.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const interact = async (request: IncomingMessage, response: ServerResponse) => {
    const accountId = people ? people.get(await askedFor(request))?.sub : current.sub;
    if (accountId === undefined) response.setHeader('content-type', 'text/html').end(LOGIN_PAGE);
    else await provider.interactionFinished(request, response, { login: { accountId } });
  };
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) void interact(request, response);
    else provider.callback()(request, response);
  });
  return {
    issuer,
    clientId,
    clientSecret,
    signInAs: (claims) => {
      current = claims;
    },
    authorize: async (address) => {
      const cookies = new Map<string, string>();
      let next = new URL(address);
      while (next.origin === issuer) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
        for (const set of answer.headers.getSetCookie()) {
          const [name = '', value = ''] = (set.split(';', 1)[0] ?? '').split('=');
          cookies.set(name, value);
        }
        const location = answer.headers.get('location');
        if (location === null) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`);
        next = new URL(location, next);
      }
      return next;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
