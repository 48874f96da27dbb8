/**
 * What people write can be erased (GDPR, article 17) without breaking the seal over the journal: the seal covers a salted
 * digest of the note, and without the salt nobody can guess the note from it.
 */
import { createHash, randomBytes } from 'node:crypto';

export type SaltedDigest = { readonly salt: Buffer; readonly digest: Buffer };

export function saltedDigest(note: string): SaltedDigest {
  const salt = randomBytes(16);
  return { salt, digest: digestOf(note, salt) };
}

export function digestOf(note: string, salt: Uint8Array): Buffer {
  return createHash('sha256').update(salt).update(note).digest();
}
