import { useQueries } from '@tanstack/react-query';
import { getOptions, useGet } from '../../api/use-get.ts';

export type NamedPerson = { readonly id: string; readonly name: string; readonly roles: readonly string[] };

/** The provider's people who are named in contracts that have not ended, each with the names of their roles. */
export function useNamedRoles(accountId: string): readonly NamedPerson[] {
  const contracts = useGet('GET /accounts/:accountId/contracts', { params: { accountId } });
  const running = contracts.data?.rows.filter(({ state }) => state === 'running' || state === 'upcoming') ?? [];
  const answers = useQueries({
    queries: running.map(({ id: contractId }) =>
      getOptions('GET /accounts/:accountId/contracts/:contractId/roles', { params: { accountId, contractId } }),
    ),
  });
  const people = new Map<string, { readonly name: string; readonly roles: Set<string> }>();
  for (const { side, name: role, people: named } of answers.flatMap(({ data }) => data?.rows ?? [])) {
    if (side !== 'provider') continue;
    for (const { id, name } of named) {
      const known = people.get(id) ?? { name, roles: new Set() };
      known.roles.add(role);
      people.set(id, known);
    }
  }
  return [...people].map(([id, { name, roles }]) => ({ id, name, roles: [...roles] }));
}
