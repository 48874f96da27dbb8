import { useMe } from '../../api/me.ts';
import { useGet } from '../../api/use-get.ts';
import type { Mentionable } from './mention.ts';

/** Whom a message can name: the account's people where they read it, the team, and for staff all of the staff. */
export function useMentionable(accountId: string, isInternal: boolean): readonly Mentionable[] {
  const me = useMe();
  const isStaff = me.side === 'provider';
  const people = useGet('GET /accounts/:accountId/people', { params: { accountId } });
  const staff = useGet('GET /staff', {}, { enabled: isStaff });
  const all = [
    ...(isStaff && isInternal ? [] : (people.data?.customer ?? [])),
    ...(people.data?.team ?? []),
    ...(staff.data?.rows ?? []),
  ];
  return [...new Map(all.filter(({ id }) => id !== me.id).map(({ id, name }) => [id, { id, name }])).values()];
}
