import { queryOptions } from '@tanstack/react-query';
import { callComing } from '../api/call-coming.ts';
import { hasRoute } from '../api/contract-tables.ts';

type SignInOptions = {
  readonly providerName: string;
  readonly isSetUp: boolean;
  readonly singleSignOn: readonly { readonly slug: string; readonly name: string }[];
};

/** How people can sign in here. */
export const signInOptions = queryOptions({
  queryKey: ['GET /sign-in-options', {}],
  queryFn: () => callComing<SignInOptions>('GET /sign-in-options'),
  enabled: hasRoute('GET /sign-in-options'),
});
