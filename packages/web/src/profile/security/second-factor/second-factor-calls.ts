import { send } from '../../../api/send.ts';

export type BegunSecondFactor = {
  /** otpauth://totp/…, which an authenticator app reads. */
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
};

/** Begins to set up a second factor; it counts from the first code that is right. Throws `Refused`. */
export async function beginSecondFactor(password: string): Promise<BegunSecondFactor> {
  return (await send('POST', '/api/auth/two-factor/enable', { body: { password } })) as BegunSecondFactor;
}

/** Ends it: from now on the password alone signs in. Throws `Refused`. */
export async function endSecondFactor(password: string): Promise<void> {
  await send('POST', '/api/auth/two-factor/disable', { body: { password } });
}

/** Makes new recovery codes; the earlier ones open nothing any more. Throws `Refused`. */
export async function renewRecoveryCodes(password: string): Promise<readonly string[]> {
  const answer = await send('POST', '/api/auth/two-factor/generate-backup-codes', { body: { password } });
  return (answer as Pick<BegunSecondFactor, 'backupCodes'>).backupCodes;
}
