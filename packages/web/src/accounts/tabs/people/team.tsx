import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { offerUndo } from '../../../ui/offer-undo.tsx';
import { Section } from '../../../ui/section.tsx';
import { ChangeRoles } from './change-roles.tsx';
import type { AccountPerson } from './account-person.ts';
import { teamColumns } from './team-columns.tsx';
import { TEAM_ROLES } from './team-roles.ts';

const AddToTeam = lazy(() => import('./add-to-team.tsx').then((module) => ({ default: module.AddToTeam })));

export type TeamProps = {
  readonly accountId: string;
  readonly people: readonly AccountPerson[];
  readonly mayChange: boolean;
};

/** Who of the provider serves the account, in which roles: promises are owed by roles. */
export function Team({ accountId, people, mayChange }: TeamProps) {
  const [isAdding, setAdding] = useState(false);
  const [changed, setChanged] = useState<AccountPerson>();
  const save = useCall('PUT /accounts/:accountId/team/:personId/roles', { quiet: true });
  const put = (personId: string, roles: readonly string[]) => ({
    params: { accountId, personId },
    body: { roles: TEAM_ROLES.map(({ name }) => name).filter((name) => roles.includes(name)) },
  });
  const columns = useMemo(() => teamColumns(mayChange ? setChanged : undefined), [mayChange]);
  const close = () => {
    setChanged(undefined);
    setAdding(false);
    save.reset();
  };
  const store = (person: Pick<AccountPerson, 'id' | 'name' | 'roles'>, roles: readonly string[]) =>
    save.mutate(put(person.id, roles), {
      onSuccess: () => {
        close();
        offerUndo({
          says: roles.length === 0 ? `${person.name} serves here no more.` : `${person.name} serves here.`,
          undo: () => save.mutate(put(person.id, person.roles)),
        });
      },
    });
  const add = mayChange && (
    <Button variant="default" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      Add to the team
    </Button>
  );
  return (
    <Section title="Team" says="Who of the provider serves the account, in which role" actions={add} flush>
      {people.length === 0 ? (
        <EmptyState title="Nobody serves the account yet">
          Promises are owed by roles; the team says who has them for this account.
        </EmptyState>
      ) : (
        <DataTable label="Team of the provider" columns={columns} rows={people} rowId={({ id }) => id} />
      )}
      {changed && (
        <ChangeRoles
          person={changed}
          roles={TEAM_ROLES}
          isPending={save.isPending}
          error={save.error}
          onSave={(roles) => store(changed, roles)}
          onClose={close}
        />
      )}
      <Suspense>
        {isAdding && (
          <AddToTeam
            without={people.map(({ id }) => id)}
            isPending={save.isPending}
            error={save.error}
            onAdd={(person, roles) => store({ ...person, roles: [] }, roles)}
            onClose={close}
          />
        )}
      </Suspense>
    </Section>
  );
}
