import { oneOf, textIn } from '../../ui/one-of.ts';

export const SIDES = ['provider', 'customer'] as const;

/** What the address of the list of people holds. */
export type PeopleSearch = {
  readonly search?: string | undefined;
  readonly side?: (typeof SIDES)[number] | undefined;
};

export function readPeopleSearch({ search, side }: Readonly<Record<string, unknown>>): PeopleSearch {
  return { search: textIn(search, 100), side: oneOf(SIDES, side) };
}
