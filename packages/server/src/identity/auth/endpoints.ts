/**
 * The endpoints of the sign-in library that may be reached, with the fields that each may be sent. The library has many
 * more (sign-up, change of address, deletion …); what is not listed here does not exist.
 */
import { z } from 'zod';

/** What PostgreSQL can store; the library asks it about everything. */
function plain(max: number) {
  return z
    .string()
    .max(max)
    .refine((input) => input.isWellFormed() && !/\p{Cc}/u.test(input));
}
const text = plain(1000);
const ownPath = z
  .string()
  .max(500)
  // A path of ours; "//host" and "/\host" are other people's.
  .regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u);
const code = plain(20).trim().min(6);
const passkeyName = plain(200).trim().min(1);
/** The answer of an authenticator, which the library reads; its id is looked up. */
const ceremony = z.looseObject({ id: z.string().regex(/^[\w-]{1,1400}$/) });

export type Endpoint = {
  readonly method: 'GET' | 'POST';
  readonly body?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** What a wrong guess is counted for: an address that was given, the person signed in, or the caller's network address. */
  readonly guesses?: 'address-of-account' | 'person' | 'network-address';
};

const onlyPassword = { method: 'POST', body: z.strictObject({ password: text }), guesses: 'person' } as const;
const onlyCode = { method: 'POST', body: z.strictObject({ code }), guesses: 'network-address' } as const;

/** By path below /api/auth. */
export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  '/sign-in/email': {
    method: 'POST',
    body: z.strictObject({
      email: plain(254).trim().toLowerCase(),
      password: text,
      rememberMe: z.boolean().exactOptional(),
    }),
    guesses: 'address-of-account',
  },
  '/sign-out': { method: 'POST', body: z.strictObject({}) },
  '/sign-in/social': {
    method: 'POST',
    body: z.strictObject({
      provider: z.string().regex(/^[a-z0-9-]{1,40}$/),
      callbackURL: ownPath,
      errorCallbackURL: ownPath,
    }),
  },
  '/two-factor/enable': onlyPassword,
  '/two-factor/disable': onlyPassword,
  '/two-factor/generate-backup-codes': onlyPassword,
  '/two-factor/verify-totp': onlyCode,
  '/two-factor/verify-backup-code': onlyCode,
  '/passkey/generate-register-options': {
    method: 'GET',
    query: z.object({ name: passkeyName.exactOptional() }),
  },
  '/passkey/verify-registration': {
    method: 'POST',
    body: z.strictObject({ response: ceremony, name: passkeyName.exactOptional() }),
  },
  '/passkey/generate-authenticate-options': { method: 'GET' },
  '/passkey/verify-authentication': {
    method: 'POST',
    body: z.strictObject({ response: ceremony }),
    guesses: 'network-address',
  },
  '/passkey/list-user-passkeys': { method: 'GET' },
  '/passkey/delete-passkey': { method: 'POST', body: z.strictObject({ id: z.uuid() }) },
};

const CALLBACK = /^\/callback\/([a-z0-9-]{1,40})$/;
const callback: Endpoint = {
  method: 'GET',
  query: z.object({
    code: plain(4000).exactOptional(),
    state: plain(1000).exactOptional(),
    iss: plain(500).exactOptional(),
    error: plain(200).exactOptional(),
    error_description: plain(1000).exactOptional(),
  }),
};

/** The endpoint of a path, and the slug where it is a provider's way back. */
export function endpointOf(
  method: string,
  path: string,
): { readonly endpoint: Endpoint; readonly slug?: string } | undefined {
  const slug = CALLBACK.exec(path)?.[1];
  const endpoint = slug === undefined ? (Object.hasOwn(ENDPOINTS, path) ? ENDPOINTS[path] : undefined) : callback;
  if (endpoint?.method !== method) return undefined;
  return slug === undefined ? { endpoint } : { endpoint, slug };
}
