/**
 * Requests that another site makes a browser send (CSRF). Cookies are SameSite=Lax; on top of that a changing request with
 * a cookie has to come from our own origin. Browsers say so in Sec-Fetch-Site or Origin; a token needs no such check,
 * because no browser adds it by itself.
 */
import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isCrossSite({ method, headers }: FastifyRequest, publicUrl: string): boolean {
  if (SAFE.has(method) || headers.cookie === undefined) return false;
  const { origin } = headers;
  if (origin !== undefined) return origin !== new URL(publicUrl).origin;
  const site = headers['sec-fetch-site'];
  return site === undefined || (site !== 'same-origin' && site !== 'none');
}
