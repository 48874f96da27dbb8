import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useGet } from '../api/use-get.ts';
import { longList } from '../ui/long-list.ts';

const SHOWN = 30;
/** Between two keys of somebody who types on. */
const TYPING_MS = 180;

export type AccountFilterProps = {
  readonly value: string | undefined;
  readonly onChange: (accountId: string | undefined) => void;
};

/** One account instead of all, found by a part of its name. */
export function AccountFilter({ value, onChange }: AccountFilterProps) {
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, TYPING_MS);
  const chosen = useGet(
    'GET /accounts/:accountId',
    { params: { accountId: value ?? '' } },
    { enabled: value !== undefined },
  );
  const name = value === undefined ? undefined : chosen.data?.name;
  // What stands in the field once an account is chosen is its name, and no search.
  const search = settled === '' || settled === name ? undefined : settled;
  const found = useGet('GET /accounts', { query: { search, limit: SHOWN } });
  const options = new Map(found.data?.rows.map((row) => [row.id, row.name]));
  if (value !== undefined) options.set(value, name ?? '…');
  return (
    <Select
      size="xs"
      w={210}
      aria-label="Account"
      placeholder="All accounts"
      searchable
      {...longList}
      clearable
      clearButtonProps={{ 'aria-label': 'All accounts' }}
      nothingFoundMessage="No account by that name"
      filter={({ options: all }) => all}
      data={[...options].map(([id, label]) => ({ value: id, label }))}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      onSearchChange={setTyped}
    />
  );
}
