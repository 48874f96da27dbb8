import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { roleName } from '../../../api/contract-tables.ts';
import type { Column } from '../../../ui/data-table/column.ts';
import { Instant } from '../../../ui/instant.tsx';
import { Mark } from '../../../ui/mark.tsx';
import type { AccountPerson } from './account-person.ts';
import { NameCell } from './name-cell.tsx';

type Wanted = {
  /** When each person was trained last. */
  readonly trained: ReadonlyMap<string, string>;
  readonly onRoles?: (person: AccountPerson) => void;
  readonly onTraining?: (person: AccountPerson) => void;
};

/** The columns for the customer's people; what the viewer may not do has no button. */
export function customerColumns({ trained, onRoles, onTraining }: Wanted): readonly Column<AccountPerson>[] {
  const columns: Column<AccountPerson>[] = [
    { id: 'name', header: 'Name', cell: (person) => <NameCell person={person} />, sortBy: ({ name }) => name },
    {
      id: 'roles',
      header: 'Roles',
      cell: ({ roles }) => roles.map((role) => roleName(role)).join(', '),
      sortBy: ({ roles }) => roles[0],
    },
    {
      id: 'training',
      header: 'Training',
      cell: (person) => <Training person={person} at={trained.get(person.id)} onTraining={onTraining} />,
      wideOnly: true,
      width: '170px',
    },
    { id: 'zone', header: 'Time zone', cell: ({ zone }) => zone, sortBy: ({ zone }) => zone, wideOnly: true },
  ];
  if (onRoles) {
    const cell = (person: AccountPerson) => (
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => onRoles(person)}
        aria-label={`Change ${person.name}’s roles`}
      >
        Change
      </Button>
    );
    columns.push({ id: 'change', header: 'Change', cell, align: 'end', width: '84px' });
  }
  return columns;
}

type TrainingProps = {
  readonly person: AccountPerson;
  readonly at: string | undefined;
  readonly onTraining: Wanted['onTraining'] | undefined;
};

function Training({ person, at, onTraining }: TrainingProps) {
  if (at !== undefined) {
    return (
      <>
        <Mark says="Trained" Icon={IconCircleCheck} colour="kept" /> <Instant at={at} />
      </>
    );
  }
  if (!onTraining || person.deactivatedAt !== null) return <span style={{ color: 'var(--tm-quiet)' }}>–</span>;
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => onTraining(person)}
      aria-label={`Record it: ${person.name} is trained`}
    >
      Record it
    </Button>
  );
}
