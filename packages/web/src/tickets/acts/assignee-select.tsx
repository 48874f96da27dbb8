import { Select } from '@mantine/core';
import { roleName, rolesMay } from '../../api/contract-tables.ts';
import { useGet } from '../../api/use-get.ts';
import { longList } from '../../ui/long-list.ts';

export type AssigneeSelectProps = {
  readonly value: string | null;
  readonly onChange: (personId: string | null) => void;
  /** Those who serve this account come first. */
  readonly accountId?: string;
};

/** A member of staff who works on tickets, or nobody. */
export function AssigneeSelect({ value, onChange, accountId }: AssigneeSelectProps) {
  const staff = useGet('GET /staff', {});
  const people = useGet(
    'GET /accounts/:accountId/people',
    { params: { accountId: accountId ?? '' } },
    { enabled: accountId !== undefined },
  );
  const team = new Set(people.data?.team.map((person) => person.id));
  const workers = (staff.data?.rows ?? []).filter(({ roles }) => rolesMay(roles, 'tickets.work'));
  const option = ({ id, name, roles }: (typeof workers)[number]) => ({
    value: id,
    label: `${name}, ${roles.map(roleName).join(', ').toLowerCase()}`,
  });
  const groups = [
    { group: 'Serve the account', items: workers.filter(({ id }) => team.has(id)).map(option) },
    { group: team.size > 0 ? 'Others' : 'Staff', items: workers.filter(({ id }) => !team.has(id)).map(option) },
  ];
  return (
    <Select
      label="Assignee"
      placeholder="Nobody"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Nobody' }}
      {...longList}
      nothingFoundMessage="Nobody by that name works on tickets"
      data={groups.filter(({ items }) => items.length > 0)}
      value={value}
      onChange={onChange}
      data-autofocus
    />
  );
}
