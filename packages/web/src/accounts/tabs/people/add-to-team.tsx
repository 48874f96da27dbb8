import { Button, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useGet } from '../../../api/use-get.ts';
import { Dialogue } from '../../../ui/dialogue.tsx';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { RolesChoice } from '../../../ui/roles-choice.tsx';
import { TEAM_ROLES } from './team-roles.ts';

export type AddToTeamProps = {
  /** Who serves already. */
  readonly without: readonly string[];
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onAdd: (person: { readonly id: string; readonly name: string }, roles: readonly string[]) => void;
  readonly onClose: () => void;
};

/** A member of staff, and the roles in which they serve: at first those that they have in the house. */
export function AddToTeam({ without, isPending, error, onAdd, onClose }: AddToTeamProps) {
  const staff = useGet('GET /staff', {});
  const rows = staff.data?.rows.filter(({ id }) => !without.includes(id)) ?? [];
  const [personId, setPersonId] = useState<string>();
  const [roles, setRoles] = useState<readonly string[]>([]);
  const person = rows.find(({ id }) => id === personId);
  const choose = (id: string | null) => {
    setPersonId(id ?? undefined);
    const own = rows.find((row) => row.id === id)?.roles ?? [];
    setRoles(own.filter((role) => TEAM_ROLES.some(({ name }) => name === role)));
  };
  return (
    <Dialogue onClose={onClose} title="Add to the team">
      <form action={() => person && onAdd(person, roles)}>
        <Stack>
          <RefusalNote error={error} />
          <Select
            label="Member of staff"
            searchable
            nothingFoundMessage="Nobody by that name"
            data={rows.map(({ id, name }) => ({ value: id, label: name }))}
            value={personId ?? null}
            onChange={choose}
            data-autofocus
          />
          <RolesChoice label="Serves as" roles={TEAM_ROLES} value={roles} onChange={setRoles} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={isPending} disabled={!person || roles.length === 0}>
              Add
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialogue>
  );
}
