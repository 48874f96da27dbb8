import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { mayDo, useMe } from '../../api/me.ts';
import { useGet } from '../../api/use-get.ts';

const SHOWN = 30;
const TYPING_MS = 180;

export type PersonFilterProps = {
  readonly value: string | undefined;
  readonly onChange: (personId: string | undefined) => void;
};

/** What one person did. Administrators find everybody; others who may read the audit log find the staff. */
export function PersonFilter({ value, onChange }: PersonFilterProps) {
  const isAdministrator = mayDo(useMe(), 'administration.read');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, TYPING_MS);
  const params = { personId: value ?? '' };
  const chosen = useGet('GET /people/:personId', { params }, { enabled: isAdministrator && value !== undefined });
  const name = value === undefined ? undefined : chosen.data?.name;
  const search = settled === '' || settled === name ? undefined : settled;
  const everybody = useGet('GET /people', { query: { search, limit: SHOWN } }, { enabled: isAdministrator });
  const staff = useGet('GET /staff', {}, { enabled: !isAdministrator });
  const rows = (isAdministrator ? everybody.data?.rows : staff.data?.rows) ?? [];
  const options = new Map(rows.map((row) => [row.id, row.name]));
  if (value !== undefined && !options.has(value)) options.set(value, name ?? '…');
  return (
    <Select
      size="xs"
      w={190}
      aria-label="Person"
      placeholder="Anybody"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Anybody' }}
      nothingFoundMessage="Nobody by that name"
      {...(isAdministrator ? { filter: ({ options: all }) => all } : {})}
      data={[...options].map(([id, label]) => ({ value: id, label }))}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      onSearchChange={setTyped}
    />
  );
}
