import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { STAFF_ROLES } from '../../api/contract-tables.ts';
import { useCall } from '../../api/use-call.ts';
import { offerUndo } from '../../ui/offer-undo.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { RolesChoice } from '../../ui/roles-choice.tsx';
import { Section } from '../../ui/section.tsx';
import type { Person } from './person.ts';

/** The roles of a member of staff; what each may is the contract's table of access. */
export function StaffRolesForm({ person: { id, name, staffRoles } }: { readonly person: Person }) {
  const [chosen, setChosen] = useState<readonly string[]>(staffRoles);
  const change = useCall('PUT /people/:personId/staff-roles', { quiet: true });
  const named = (roles: readonly string[]) =>
    STAFF_ROLES.map((role) => role.name).filter((role) => roles.includes(role));
  const save = (roles: readonly string[], onSuccess?: () => void) =>
    change.mutate({ params: { personId: id }, body: { roles: named(roles) } }, onSuccess ? { onSuccess } : {});
  const isChanged = named(chosen).join() !== named(staffRoles).join();
  const undo = () => {
    setChosen(staffRoles);
    save(staffRoles);
  };
  const saveChosen = () => save(chosen, () => offerUndo({ says: `${name} has other roles now.`, undo }));
  return (
    <Section title="Roles among the staff">
      <Stack>
        <RefusalNote error={change.error} />
        <RolesChoice label="Roles" roles={STAFF_ROLES} value={chosen} onChange={setChosen} />
        <Group>
          <Button disabled={!isChanged} loading={change.isPending} onClick={saveChosen}>
            Save roles
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
