/** An authenticator of WebAuthn in software: what a browser would answer for a passkey on this machine. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const FLAG = { present: 0x01, verified: 0x04, hasCredential: 0x40 } as const;

export type Authenticator = {
  /** The answer to `generate-register-options`. */
  readonly register: (options: { challenge: string; rp: { id: string } }) => object;
  /** The answer to `generate-authenticate-options`; `isVerified` false: nobody looked who holds it. */
  readonly assert: (options: { challenge: string; rpId: string }, isVerified?: boolean) => object;
};

export function softAuthenticator(origin: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const credentialId = randomBytes(32);
  const id = credentialId.toString('base64url');
  let counter = 0;
  // COSE_Key (RFC 9053): {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
  const coseKey = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
  const clientData = (type: string, challenge: string) => Buffer.from(JSON.stringify({ type, challenge, origin }));
  const head = (rpId: string, flags: number) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    counter += 1;
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
  };
  const answer = (response: object) => ({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  return {
    register: ({ challenge, rp }) => {
      const authData = Buffer.concat([
        head(rp.id, FLAG.present | FLAG.verified | FLAG.hasCredential),
        Buffer.alloc(16),
        Buffer.from([0, credentialId.length]),
        credentialId,
        coseKey,
      ]);
      // CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}.
      const attestationObject = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
        Buffer.from([authData.length]),
        authData,
      ]);
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestationObject.toString('base64url'),
        transports: ['internal'],
      });
    },
    assert: ({ challenge, rpId }, isVerified = true) => {
      const authenticatorData = head(rpId, FLAG.present | (isVerified ? FLAG.verified : 0));
      const data = clientData('webauthn.get', challenge);
      return answer({
        clientDataJSON: data.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', Buffer.concat([authenticatorData, sha256(data)]), privateKey).toString('base64url'),
      });
    },
  };
}
