/** Signatures of the Standard Webhooks specification, symmetric scheme (v1): HMAC-SHA256 over "id.timestamp.payload". Pure. */
import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

export type Message = {
  readonly id: string;
  /** Epoch seconds of this try: receivers refuse what is more than five minutes old. */
  readonly timestamp: number;
  readonly payload: string;
};

/** "v1,…"; throws for a secret without a key. */
export function signature({ id, timestamp, payload }: Message, secret: string): string {
  const key = Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64');
  if (key.length === 0) throw new RangeError('A webhook has a secret with a key in it.');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${payload}`).digest('base64')}`;
}

/** The headers of a message; signed with each of the secrets, so that receivers may still have the old one. */
export function signedHeaders(message: Message, secrets: readonly string[]): Record<string, string> {
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestamp),
    'webhook-signature': secrets.map((secret) => signature(message, secret)).join(' '),
  };
}

/** Of this many random bytes; the specification asks for 24 to 64. */
export function secretOf(bytes: Uint8Array): string {
  return PREFIX + Buffer.from(bytes).toString('base64');
}
