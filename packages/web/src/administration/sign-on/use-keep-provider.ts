import type { Sends } from '@tamarack/contract';
import { STAFF_ROLES } from '../../api/contract-tables.ts';
import { useCall } from '../../api/use-call.ts';
import type { Provider } from './provider.ts';

export type ProviderValues = {
  readonly slug: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly domains: string[];
  /** Empty: nobody who was not invited. */
  readonly newcomerRole: string;
};

type Then = { readonly onSuccess: () => void; readonly onError: (error: Error) => void };
type NewcomerRole = Sends<'POST /sign-on-providers'>['body']['newcomerRole'];

/** Adds a provider, or changes the one that is given. */
export function useKeepProvider(provider: Provider | undefined) {
  const add = useCall('POST /sign-on-providers', { quiet: true });
  const change = useCall('PATCH /sign-on-providers/:providerId', { quiet: true });
  const keep = ({ slug, clientSecret, newcomerRole, ...rest }: ProviderValues, then: Then) => {
    const fields = { ...rest, newcomerRole: newcomerOf(newcomerRole) };
    if (!provider) return add.mutate({ body: { ...fields, slug, clientSecret } }, then);
    const { id, version } = provider;
    const body = { ...fields, ...(clientSecret === '' ? {} : { clientSecret }) };
    return change.mutate({ params: { providerId: id }, version, body }, then);
  };
  const used = provider ? change : add;
  return { keep, isPending: used.isPending, error: used.error };
}

function newcomerOf(name: string): NewcomerRole {
  const role = STAFF_ROLES.find((each) => each.name === name)?.name;
  return role === undefined || role === 'administrator' ? null : role;
}
