import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { Dialogue } from '../../../ui/dialogue.tsx';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { RolesChoice } from '../../../ui/roles-choice.tsx';

export type ChangeRolesProps = {
  readonly person: { readonly name: string; readonly roles: readonly string[] };
  readonly roles: readonly { readonly name: string; readonly title: string }[];
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSave: (roles: readonly string[]) => void;
  readonly onClose: () => void;
};

/** The roles of one person in the account; none takes the person out. */
export function ChangeRoles({ person, roles, isPending, error, onSave, onClose }: ChangeRolesProps) {
  const [chosen, setChosen] = useState<readonly string[]>(person.roles);
  return (
    <Dialogue onClose={onClose} title={person.name}>
      <form action={() => onSave(chosen)}>
        <Stack>
          <RefusalNote error={error} />
          <RolesChoice label="Roles in this account" roles={roles} value={chosen} onChange={setChosen} />
          <Group justify="space-between">
            <Button variant="default" disabled={isPending} onClick={() => onSave([])}>
              Take out of the account
            </Button>
            <Button type="submit" loading={isPending} disabled={chosen.length === 0}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialogue>
  );
}
