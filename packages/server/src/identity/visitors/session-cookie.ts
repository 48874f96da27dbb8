/**
 * The session cookie: "token.signature", the signature an HMAC-SHA256 by the installation's secret, as the sign-in library
 * writes it. Checked here, so that what was not made by this installation costs no query.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const SESSION_COOKIE = 'tamarack.session_token';

/** The raw value of the session cookie in a Cookie header. */
export function sessionCookieIn(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  for (const part of header.split(';')) {
    const [name, value] = [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()];
    if (name === SESSION_COOKIE) return value;
  }
  return undefined;
}

/** The session's token in a raw cookie value; undefined where the signature is not ours. */
export function tokenOfCookie(raw: string, secret: string): string | undefined {
  const value = decoded(raw);
  const dot = value.lastIndexOf('.');
  if (dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return '';
  }
}
