/**
 * The session cookie: "token.signature", the signature an HMAC-SHA256 by the installation's secret, as the sign-in library
 * writes it. Checked here, so that what was not made by this installation costs no query.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What the names of all cookies of the sign-in begin with. Over HTTPS no other host of the same domain can set or shadow them
 * (RFC 6265bis, 4.1.3.2): it could sign a browser in as somebody else otherwise.
 */
export function cookiePrefixOf(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-tamarack' : 'tamarack';
}

/** The raw value of the session cookie in a Cookie header. */
export function sessionCookieIn(header: string | undefined, prefix: string): string | undefined {
  if (header === undefined) return undefined;
  for (const part of header.split(';')) {
    const [name, value] = [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()];
    if (name === `${prefix}.session_token`) return value;
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
