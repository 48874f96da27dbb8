import type { Gives } from '@tamarack/contract';

type Entitled = Gives<'GET /accounts/:accountId/entitlements'>['contracts'][number];

export type Standing = {
  /** What stands before the fact, and whether it is there for this person. */
  readonly needs: readonly { readonly given: boolean; readonly says: string }[];
  readonly seats: Entitled['seats'];
};

/**
 * How a person stands before a fact under a contract: what its gates ask of the account and of this very person, and the seats of
 * the roles that the person has. What is asked of each single thing is known only once it is there.
 */
export function standingOf(
  { gates, seats }: Pick<Entitled, 'gates' | 'seats'>,
  fact: string,
  personId: string | undefined,
  roles: readonly string[],
): Standing {
  const needs = gates
    .filter(({ facts }) => facts.includes(fact))
    .flatMap((gate) => gate.needs)
    .filter(({ of }) => of !== 'each')
    .map(({ of, given, people, says, missing, remedy }) => {
      const isThere = of === 'account' ? given : people.some((person) => person.id === personId && person.given);
      return { given: isThere, says: isThere ? says : `${missing} ${remedy}` };
    });
  return { needs, seats: seats.filter(({ role }) => roles.includes(role)) };
}
