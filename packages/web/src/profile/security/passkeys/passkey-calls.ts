import { Refused } from '../../../api/refused.ts';
import { send } from '../../../api/send.ts';

export type Passkey = {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt?: string | null;
};

/** The person's passkeys. */
export async function listPasskeys(): Promise<readonly Passkey[]> {
  return (await send('GET', '/api/auth/passkey/list-user-passkeys')) as readonly Passkey[];
}

/**
 * Has this device make a passkey (WebAuthn level 3), and keeps it under the name. False if the person closed the browser's
 * dialogue; throws `Refused`.
 */
export async function addPasskey(name: string): Promise<boolean> {
  const query = new URLSearchParams({ name }).toString();
  const options = await send('GET', `/api/auth/passkey/generate-register-options?${query}`);
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON);
  const credential = await navigator.credentials.create({ publicKey }).catch(unlessClosed);
  if (!(credential instanceof PublicKeyCredential)) return false;
  const body = { response: credential.toJSON(), name };
  await send('POST', '/api/auth/passkey/verify-registration', { body });
  return true;
}

export async function removePasskey(id: string): Promise<void> {
  await send('POST', '/api/auth/passkey/delete-passkey', { body: { id } });
}

/** Closing the dialogue is reported as an error, and so is a device that has a passkey for us already. */
function unlessClosed(error: unknown): null {
  if (error instanceof DOMException && error.name === 'NotAllowedError') return null;
  if (error instanceof DOMException && error.name === 'InvalidStateError')
    throw new Refused(409, {
      detail: 'This device has a passkey for Tamarack already.',
      remedy: 'Sign in with that one, or add one on another device.',
    });
  throw error;
}
