/** Mounts the sign-in library below /api/auth: listed endpoints only, their input checked, guesses counted. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../platform/clock/clock.ts';
import { SYSTEM } from '../../platform/database/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { refuseApi, type ApiResult } from '../../platform/http/refuse-api.ts';
import { networkOf } from '../../platform/http/network-of.ts';
import { sendProblem } from '../../platform/http/send-problem.ts';
import type { VisitorOf } from '../visitors/visitor-of.ts';
import { sendAuthAnswer } from './auth-answer.ts';
import { type Endpoint, endpointOf } from './endpoints.ts';
import type { Auth } from './make-auth.ts';
import { countAttempt, guessKey, type GuessKey, takeBackAttempt } from './throttle-store.ts';

const BASE = '/api/auth';

type Parts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly trustedOrigins: readonly string[];
  readonly visitorOf: VisitorOf;
  /** Made when it is first asked for. */
  readonly auth: () => Promise<Auth>;
  /** The library with a provider of single sign-on; refuses where there is none of this name, or it cannot be reached. */
  readonly authOfProvider: (slug: string) => Promise<ApiResult<Auth>>;
};
type Input = { readonly body: Readonly<Record<string, unknown>> | undefined; readonly search: URLSearchParams };

/** A plugin for `buildServer`. */
export function authPlugin(parts: Parts): (app: FastifyInstance) => void {
  return (app) => {
    app.route({
      method: ['GET', 'POST'],
      url: `${BASE}/*`,
      handler: (request, reply) => answer(parts, request, reply),
    });
  };
}

async function answer(parts: Parts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const path = request.url.slice(BASE.length).split('?', 1)[0] ?? '';
  const found = endpointOf(request.method, path);
  if (!found) return sendProblem(reply, refuseApi('route.unknown').refusal);
  if (!isOurPage(parts, request)) return sendProblem(reply, refuseApi('request.cross-site').refusal);
  const input = readInput(found.endpoint, request);
  if (!input) return sendProblem(reply, refuseApi('request.invalid').refusal);
  const slug = found.slug ?? (path === '/sign-in/social' ? String(input.body?.['provider']) : undefined);
  const auth = slug === undefined ? { ok: true as const, value: await parts.auth() } : await parts.authOfProvider(slug);
  if (!auth.ok) return sendProblem(reply, auth.refusal);
  const keys = await guessKeys(parts, found.endpoint, input, request);
  const now = parts.clock.now();
  const counted = await parts.db.write(SYSTEM, async (tx) => ({ ok: true, value: await countAttempt(tx, keys, now) }));
  if (counted.value) {
    void reply.header('retry-after', counted.value.waitSeconds);
    return sendProblem(
      reply,
      refuseApi('request.too-many', 'Too many attempts to sign in; wait some minutes.').refusal,
    );
  }
  const answered = await auth.value.handler(libraryRequest(parts.publicUrl, path, input, request));
  if (keys.length > 0 && answered.ok)
    await parts.db.write(SYSTEM, async (tx) => {
      await takeBackAttempt(tx, keys);
      return { ok: true };
    });
  return sendAuthAnswer(answered, reply);
}

/**
 * Signing somebody in needs no cookie, so that another site could sign a browser in as the attacker: here the page has to
 * be ours even without one. A program that is no browser says neither.
 */
function isOurPage({ publicUrl, trustedOrigins }: Parts, { method, headers }: FastifyRequest): boolean {
  if (method === 'GET') return true;
  const { origin } = headers;
  if (origin !== undefined) return origin === new URL(publicUrl).origin || trustedOrigins.includes(origin);
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

function readInput({ body, query }: Endpoint, request: FastifyRequest): Input | undefined {
  const readBody = body?.safeParse(request.body ?? {});
  const readQuery = query?.safeParse(request.query);
  if (readBody?.success === false || readQuery?.success === false) return undefined;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(readQuery?.data ?? {})) search.set(name, String(value));
  return { body: readBody?.data, search };
}

async function guessKeys(
  { visitorOf }: Parts,
  { guesses }: Endpoint,
  { body }: Input,
  request: FastifyRequest,
): Promise<readonly GuessKey[]> {
  if (guesses === undefined) return [];
  const network = guessKey('network', networkOf(request.ip));
  if (guesses === 'network-address') return [network];
  if (guesses === 'address-of-account') return [guessKey('account', String(body?.['email'])), network];
  const visitor = await visitorOf(request);
  return visitor ? [guessKey('account', visitor.personId), network] : [network];
}

/** The library sees what was checked and nothing else; the caller's address is the one that the proxy told us. */
function libraryRequest(publicUrl: string, path: string, { body, search }: Input, request: FastifyRequest): Request {
  const headers = new Headers({ 'x-tamarack-address': request.ip });
  for (const name of [
    'cookie',
    'origin',
    'referer',
    'user-agent',
    'sec-fetch-site',
    'sec-fetch-mode',
    'sec-fetch-dest',
  ]) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const url = new URL(`${BASE}${path}?${search.toString()}`, publicUrl);
  if (!body) return new Request(url, { headers });
  headers.set('content-type', 'application/json');
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(body) });
}
