import type { Sort } from '../ui/data-table/column.ts';

/** What the address of the list holds. */
export type AccountsSearch = {
  readonly search?: string | undefined;
  readonly sort?: string | undefined;
  readonly descending?: true | undefined;
};

/** Reads it from an address that anybody may have typed. */
export function readAccountsSearch({ search, sort, descending }: Readonly<Record<string, unknown>>): AccountsSearch {
  return {
    ...(typeof search === 'string' && search !== '' ? { search: search.slice(0, 100) } : {}),
    ...(typeof sort === 'string' ? { sort } : {}),
    ...(descending === true ? { descending } : {}),
  };
}

export function sortOf({ sort, descending }: AccountsSearch): Sort | undefined {
  return sort === undefined ? undefined : { by: sort, descending: descending === true };
}
