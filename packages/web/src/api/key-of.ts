const keys = new WeakMap<object, string>();

/** One Idempotency-Key for one `mutate`, kept over its repetitions: they all carry the very same object. */
export function keyOf(sends: object): string {
  const known = keys.get(sends);
  if (known !== undefined) return known;
  const fresh = crypto.randomUUID();
  keys.set(sends, fresh);
  return fresh;
}
