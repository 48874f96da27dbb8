/** The sign-in library's answers as ours: refusals become problem details, and no session token reaches a script. */
import type { FastifyReply } from 'fastify';
import type { ApiRefusalCode } from '@tamarack/contract';
import { refuseApi } from '../../platform/http/refuse-api.ts';
import { sendProblem } from '../../platform/http/send-problem.ts';

/** Every other refusal of the library is a sign-in that failed: what exactly was wrong helps only those who try. */
const REFUSALS: Readonly<Record<string, ApiRefusalCode>> = {
  INVALID_CODE: 'sign-in.code-wrong',
  INVALID_BACKUP_CODE: 'sign-in.code-wrong',
  INVALID_TWO_FACTOR_COOKIE: 'sign-in.code-wrong',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'sign-in.code-wrong',
  ACCOUNT_TEMPORARILY_LOCKED: 'request.too-many',
  SESSION_NOT_FRESH: 'sign-in.not-fresh',
  TOTP_ALREADY_ENABLED: 'state.not-possible',
  TOTP_NOT_ENABLED: 'state.not-possible',
  TWO_FACTOR_NOT_ENABLED: 'state.not-possible',
  BACKUP_CODES_NOT_ENABLED: 'state.not-possible',
  PASSKEY_NOT_FOUND: 'sign-in.failed',
  // No session for people who were deactivated, and none for a code that was used before.
  FAILED_TO_CREATE_SESSION: 'sign-in.failed',
  UNABLE_TO_CREATE_SESSION: 'sign-in.failed',
  FAILED_TO_VERIFY_REGISTRATION: 'request.invalid',
  INVALID_ORIGIN: 'request.cross-site',
  MISSING_OR_NULL_ORIGIN: 'request.cross-site',
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: 'request.cross-site',
};

/** Sends what the library answered. */
export async function sendAuthAnswer(answer: Response, reply: FastifyReply): Promise<FastifyReply> {
  for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie);
  void reply.header('cache-control', 'no-store');
  const location = answer.headers.get('location');
  if (answer.status >= 300 && answer.status < 400 && location !== null)
    return reply.code(302).header('location', location).send();
  const body = readJson(await answer.text());
  if (answer.status < 400)
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(withoutToken(body)));
  const code = isRecord(body) && typeof body['code'] === 'string' ? body['code'] : '';
  const otherwise = answer.status >= 500 ? 'server.failed' : 'sign-in.failed';
  return sendProblem(reply, refuseApi(REFUSALS[code] ?? otherwise).refusal);
}

function withoutToken(body: unknown): unknown {
  if (!isRecord(body)) return body;
  const { token: _token, session: _session, ...rest } = body;
  // Whom a passkey is to be made for the browser has to know (WebAuthn level 3, 5.4); who signed in says GET /me.
  if ('challenge' in rest) return rest;
  const { user: _user, ...others } = rest;
  return others;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
