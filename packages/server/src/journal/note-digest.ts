/**
 * What people write can be erased (GDPR, article 17) without breaking the seal over the journal: the seal covers a salted
 * digest of the note, and without the salt nobody can guess the note from it.
 */
import { createHash, randomBytes } from 'node:crypto';

/** What people wrote in a fact; null where they wrote nothing. */
export type Written = { readonly title: string | null; readonly note: string | null };

export type SaltedDigest = { readonly salt: Buffer; readonly digest: Buffer };

export function saltedDigest(written: Written): SaltedDigest {
  const salt = randomBytes(16);
  return { salt, digest: digestOf(written, salt) };
}

export function digestOf({ title, note }: Written, salt: Uint8Array): Buffer {
  return createHash('sha256')
    .update(salt)
    .update(JSON.stringify([title, note]))
    .digest();
}
