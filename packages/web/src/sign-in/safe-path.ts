/**
 * A path of our own to return to after the sign-in, or undefined. `//evil.example`, `/\evil.example` and
 * `javascript:` would lead elsewhere (an open redirect): only what resolves to our own origin passes.
 */
export function safePath(path: unknown): string | undefined {
  if (typeof path !== 'string' || !path.startsWith('/')) return undefined;
  const base = 'http://tamarack.invalid';
  const url = URL.parse(path, base);
  if (url?.origin !== base) return undefined;
  return url.pathname.startsWith('/sign-in') ? undefined : `${url.pathname}${url.search}${url.hash}`;
}
