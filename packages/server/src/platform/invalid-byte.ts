/**
 * Where UTF-8 text stops being UTF-8; `undefined` where all of it is. A prefix that ends inside a character is still
 * good, so goodness can only be lost, and the place is found by halving.
 */
export function firstInvalidByte(bytes: Uint8Array): number | undefined {
  if (isText(bytes, false)) return undefined;
  if (isText(bytes, true)) return characterStart(bytes, bytes.length);
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isText(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  return characterStart(bytes, good);
}

function isText(bytes: Uint8Array, mayGoOn: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayGoOn });
    return true;
  } catch {
    return false;
  }
}

/** The start of the character that the byte at `offset` breaks off, or `offset` where none was begun. */
function characterStart(bytes: Uint8Array, offset: number): number {
  for (let start = offset; start >= Math.max(0, offset - 3); start -= 1) {
    if (isText(bytes.subarray(0, start), false)) return start;
  }
  return offset;
}
