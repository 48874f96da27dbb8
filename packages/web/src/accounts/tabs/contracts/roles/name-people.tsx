import { Button, Group, MultiSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useGet } from '../../../../api/use-get.ts';
import { Dialogue } from '../../../../ui/dialogue.tsx';
import { RefusalNote } from '../../../../ui/refusal-note.tsx';
import type { RoleOfContract } from './role-of-contract.ts';
import classes from './roles.module.css';

/** As the contract of the API. */
const MOST = 20;

export type NamePeopleProps = {
  readonly accountId: string;
  readonly role: RoleOfContract;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSave: (personIds: readonly string[]) => void;
  readonly onClose: () => void;
};

/** Who plays a role: staff for the provider's, the account's people for the customer's. */
export function NamePeople({ accountId, role, isPending, error, onSave, onClose }: NamePeopleProps) {
  const isProvider = role.side === 'provider';
  const staff = useGet('GET /staff', {}, { enabled: isProvider });
  const people = useGet('GET /accounts/:accountId/people', { params: { accountId } }, { enabled: !isProvider });
  const rows = isProvider
    ? staff.data?.rows
    : people.data?.customer.filter(({ deactivatedAt }) => deactivatedAt === null);
  const [chosen, setChosen] = useState(role.people.map(({ id }) => id));
  // Until the list is there, those who are named have their names already.
  const data = (rows ?? role.people).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Dialogue onClose={onClose} title={role.name}>
      <form action={() => onSave(chosen)}>
        <Stack>
          <RefusalNote error={error} />
          <MultiSelect
            label="Played by"
            description={
              isProvider
                ? 'Staff. Where nobody is named, whoever has such a role in the team is meant.'
                : 'People of the customer. Where nobody is named, whoever has such a role in the account is meant.'
            }
            classNames={{ input: classes['field'] ?? '', inputField: classes['typed'] ?? '' }}
            searchable
            maxValues={MOST}
            nothingFoundMessage="Nobody by that name"
            data={data}
            value={chosen}
            onChange={setChosen}
            data-autofocus
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialogue>
  );
}
