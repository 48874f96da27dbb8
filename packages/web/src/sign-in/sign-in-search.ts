import { safePath } from './safe-path.ts';

/** What the address of the sign-in holds: where to go afterwards, and what single sign-on came back with. */
export type SignInSearch = { readonly back?: string | undefined; readonly error?: string | undefined };

export function readSignInSearch({ back, error }: Readonly<Record<string, unknown>>): SignInSearch {
  return { back: safePath(back), error: typeof error === 'string' ? error.slice(0, 200) : undefined };
}
