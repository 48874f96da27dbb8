/** Whether a text is a SHA-256 in lower-case hex. Asked before a hash becomes a path: nothing else ever does. */
export function isContentHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** Where content lies below a store's root, as `ab/cdef…`: 256 folders keep each one short. For a hash that is one. */
export function placeOf(hash: string): string {
  return `${hash.slice(0, 2)}/${hash.slice(2)}`;
}

/** The hash of the content at `ab/cdef…`; undefined for a place where no content lies. */
export function hashAt(place: string): string | undefined {
  const hash = place.replace('/', '');
  return isContentHash(hash) && placeOf(hash) === place ? hash : undefined;
}
