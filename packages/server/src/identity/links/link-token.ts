/** Tokens of one-time links: 256 random bits, of which only the SHA-256 is kept. */
import { createHash, randomBytes } from 'node:crypto';

export function newLinkToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOfLink(token) };
}

export function hashOfLink(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
