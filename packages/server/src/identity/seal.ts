/** Encrypts what is kept at rest: AES-256-GCM under a key that is derived from the installation's secret. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** "nonce.text.tag" in base64url; `purpose` keeps one kind of sealed text from being taken for another. */
export function seal(text: string, secret: string, purpose: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url')).join('.');
}

/** Throws where the text was not sealed with this secret for this purpose, or was changed. */
export function unseal(sealedText: string, secret: string, purpose: string): string {
  const [nonce = Buffer.alloc(0), sealed = Buffer.alloc(0), tag = Buffer.alloc(0)] = sealedText
    .split('.')
    .map((part) => Buffer.from(part, 'base64url'));
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), nonce, { authTagLength: 16 });
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
}

function keyOf(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'tamarack', purpose, 32));
}
