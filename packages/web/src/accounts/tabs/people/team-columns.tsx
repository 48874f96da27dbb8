import { Button } from '@mantine/core';
import { roleName } from '../../../api/contract-tables.ts';
import type { Column } from '../../../ui/data-table/column.ts';
import { Instant } from '../../../ui/instant.tsx';
import type { AccountPerson } from './account-person.ts';
import { NameCell } from './name-cell.tsx';

/** The columns for the provider's team; without `onChange` nobody is offered to change it. */
export function teamColumns(onChange?: (person: AccountPerson) => void): readonly Column<AccountPerson>[] {
  const columns: Column<AccountPerson>[] = [
    { id: 'name', header: 'Name', cell: (person) => <NameCell person={person} />, sortBy: ({ name }) => name },
    {
      id: 'roles',
      header: 'Roles',
      cell: ({ roles }) => roles.map((role) => roleName(role)).join(', '),
      sortBy: ({ roles }) => roles[0],
    },
    {
      id: 'since',
      header: 'Since',
      cell: ({ since }) => <Instant at={since} as="short" />,
      sortBy: ({ since }) => since,
      wideOnly: true,
      width: '170px',
    },
    { id: 'zone', header: 'Time zone', cell: ({ zone }) => zone, sortBy: ({ zone }) => zone, wideOnly: true },
  ];
  if (onChange) {
    const cell = (person: AccountPerson) => (
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => onChange(person)}
        aria-label={`Change in which roles ${person.name} serves`}
      >
        Change
      </Button>
    );
    columns.push({ id: 'change', header: 'Change', cell, align: 'end', width: '84px' });
  }
  return columns;
}
