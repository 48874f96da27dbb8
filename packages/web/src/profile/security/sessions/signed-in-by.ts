import type { Gives } from '@tamarack/contract';

type SignedInBy = Gives<'GET /me/sessions'>['rows'][number]['signedInBy'];

/** By what a session was begun. */
export const signedInByWords: Readonly<Record<SignedInBy, string>> = {
  password: 'by password',
  'second-factor': 'by password and second factor',
  passkey: 'by passkey',
  'single-sign-on': 'by single sign-on',
};
