import { safePath } from './safe-path.ts';

/**
 * What the address of the sign-in holds: where to go afterwards, what single sign-on came back with, and that the password was
 * right already.
 */
export type SignInSearch = {
  readonly back?: string | undefined;
  readonly error?: string | undefined;
  readonly step?: 'second-factor' | undefined;
};

export function readSignInSearch({ back, error, step }: Readonly<Record<string, unknown>>): SignInSearch {
  return {
    back: safePath(back),
    error: typeof error === 'string' ? error.slice(0, 200) : undefined,
    step: step === 'second-factor' ? step : undefined,
  };
}
