import { getOptions } from '../api/use-get.ts';

/** How people can sign in here. */
export const signInOptions = getOptions('GET /sign-in-options', {});
