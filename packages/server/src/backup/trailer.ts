/**
 * The end of a backup: the SHA-256 of all bytes before it, in a frame that zstd skips (RFC 8878, section 3.1.2). A file
 * without it was cut off; a file that does not agree with it was changed, were it in one bit.
 */
const MAGIC = 0x184d2a5b;
const DIGEST_BYTES = 32;

export const TRAILER_BYTES = 8 + DIGEST_BYTES;

export function trailerOf(digest: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(MAGIC, 0);
  head.writeUInt32LE(DIGEST_BYTES, 4);
  return Buffer.concat([head, digest]);
}

/** The digest that a trailer holds; undefined where these bytes are none. */
export function readTrailer(bytes: Buffer): Buffer | undefined {
  const isOurs =
    bytes.length === TRAILER_BYTES && bytes.readUInt32LE(0) === MAGIC && bytes.readUInt32LE(4) === DIGEST_BYTES;
  return isOurs ? bytes.subarray(8) : undefined;
}
