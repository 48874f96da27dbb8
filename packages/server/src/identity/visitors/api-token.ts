/** API tokens: "tmk_" and 256 random bits. Only their SHA-256 is kept; so much chance needs no slow hash. */
import { createHash, randomBytes } from 'node:crypto';

export function newApiToken(): { readonly token: string; readonly hash: Buffer } {
  const token = `tmk_${randomBytes(32).toString('base64url')}`;
  return { token, hash: hashOfApiToken(token) };
}

export function hashOfApiToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The token in an Authorization header; undefined where it holds none of ours. */
export function apiTokenIn(header: string | undefined): string | undefined {
  return /^Bearer +(tmk_[A-Za-z0-9_-]{43})$/i.exec(header ?? '')?.[1];
}
