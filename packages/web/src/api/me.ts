import { useSuspenseQuery } from '@tanstack/react-query';
import type { Action, Gives } from '@tamarack/contract';
import { rolesMay } from './contract-tables.ts';
import { getOptions } from './use-get.ts';

/** Who is signed in. */
export type Me = Gives<'GET /me'>;

export const meOptions = { ...getOptions('GET /me', {}), staleTime: 60_000 };

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
