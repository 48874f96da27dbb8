import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { callComing } from './call-coming.ts';
import type { Action } from '@tamarack/contract';
import { rolesMay } from './contract-tables.ts';

/** Who is signed in. */
export type Me = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly side: 'provider' | 'customer';
  readonly zone: string;
  /** What this sign-in may do somewhere. */
  readonly actions: readonly string[];
  readonly staffRoles: readonly string[];
  /** A customer's own accounts; of staff, those that they serve. */
  readonly accounts: readonly {
    readonly id: string;
    readonly reference: number;
    readonly name: string;
    readonly roles: readonly string[];
  }[];
};

export const meOptions = queryOptions({
  queryKey: ['GET /me', {}],
  queryFn: () => callComing<Me>('GET /me'),
  staleTime: 60_000,
});

/** Who is signed in; only below the route that made sure that somebody is. */
export function useMe(): Me {
  return useSuspenseQuery(meOptions).data;
}

/** Whether the page may offer it: anywhere, or in this account. It only hides what the server would refuse. */
export function mayDo(me: Me, action: Action, accountId?: string): boolean {
  if (accountId === undefined) return me.actions.includes(action);
  const own = me.accounts.find(({ id }) => id === accountId)?.roles ?? [];
  return rolesMay([...me.staffRoles, ...own], action);
}
