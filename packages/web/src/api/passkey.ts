import { send } from './send.ts';

/** Whether this browser can be asked for a passkey at all. */
export function knowsPasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

/** Signs in by a passkey (WebAuthn level 3). False if the person closed the browser's dialogue; throws `Refused`. */
export async function signInByPasskey(): Promise<boolean> {
  const options = (await send('GET', '/api/auth/passkey/generate-authenticate-options')) as AuthenticationOptions;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await navigator.credentials.get({ publicKey }).catch(unlessClosed);
  if (!(credential instanceof PublicKeyCredential)) return false;
  await send('POST', '/api/auth/passkey/verify-authentication', { body: { response: credential.toJSON() } });
  return true;
}

type AuthenticationOptions = PublicKeyCredentialRequestOptionsJSON;

/** Closing the dialogue, or having no passkey here, is reported as an error. */
function unlessClosed(error: unknown): null {
  if (error instanceof DOMException && error.name === 'NotAllowedError') return null;
  throw error;
}
