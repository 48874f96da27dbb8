import { send } from './send.ts';

export type SignInStep = 'done' | 'second-factor';

/** Signs in by e-mail and password; the answer says whether a second factor is asked for. Throws `Refused`. */
export async function signIn(email: string, password: string): Promise<SignInStep> {
  const answer = await send('POST', '/api/auth/sign-in/email', { body: { email, password } });
  return isRedirect(answer) ? 'second-factor' : 'done';
}

/** The second step: the six digits of an app, or one of the recovery codes. */
export async function verifySecondFactor(code: string): Promise<void> {
  const isTotp = /^\d{6}$/.test(code);
  await send('POST', `/api/auth/two-factor/${isTotp ? 'verify-totp' : 'verify-backup-code'}`, { body: { code } });
}

/** The address of a single sign-on provider to go to; afterwards it sends the browser back to `back`. */
export async function singleSignOnAddress(slug: string, back: string): Promise<string> {
  const body = { provider: slug, callbackURL: back, errorCallbackURL: '/sign-in' };
  const answer = (await send('POST', '/api/auth/sign-in/social', { body })) as { readonly url: string };
  return answer.url;
}

export async function signOut(): Promise<void> {
  await send('POST', '/api/auth/sign-out', { body: {} });
}

function isRedirect(answer: unknown): boolean {
  return (
    typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer && answer.twoFactorRedirect === true
  );
}
