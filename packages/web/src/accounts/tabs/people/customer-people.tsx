import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { CUSTOMER_ROLES } from '../../../api/contract-tables.ts';
import { useCall } from '../../../api/use-call.ts';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { offerUndo } from '../../../ui/offer-undo.tsx';
import { Section } from '../../../ui/section.tsx';
import type { AccountPerson } from './account-person.ts';
import { ChangeRoles } from './change-roles.tsx';
import { customerColumns } from './customer-columns.tsx';
import { useTrained } from './use-trained.ts';

export type CustomerPeopleProps = {
  readonly accountId: string;
  readonly people: readonly AccountPerson[];
  readonly mayChange: boolean;
  readonly mayTrain: boolean;
};

const InviteCustomer = lazy(() =>
  import('./invite-customer.tsx').then((module) => ({ default: module.InviteCustomer })),
);
const RecordTraining = lazy(() =>
  import('./record-training.tsx').then((module) => ({ default: module.RecordTraining })),
);

type Open = { readonly what: 'roles' | 'training'; readonly person: AccountPerson };

/** Who belongs to the customer here, in which roles, and who had the training that a role needs (AC5). */
export function CustomerPeople({ accountId, people, mayChange, mayTrain }: CustomerPeopleProps) {
  const trained = useTrained(accountId);
  const [isInviting, setInviting] = useState(false);
  const [open, setOpen] = useState<Open>();
  const save = useCall('PUT /accounts/:accountId/people/:personId/roles', { quiet: true });
  const put = ({ id }: AccountPerson, roles: readonly string[]) => ({
    params: { accountId, personId: id },
    body: { roles: CUSTOMER_ROLES.map(({ name }) => name).filter((name) => roles.includes(name)) },
  });
  const close = () => setOpen(undefined);
  const columns = useMemo(
    () =>
      customerColumns({
        trained,
        ...(mayChange ? { onRoles: (person) => setOpen({ what: 'roles', person }) } : {}),
        ...(mayTrain ? { onTraining: (person) => setOpen({ what: 'training', person }) } : {}),
      }),
    [trained, mayChange, mayTrain],
  );
  const invite = mayChange && (
    <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
      Invite
    </Button>
  );
  return (
    <Section title="Customer" says="Who may see the account and raise what is owed to it" actions={invite} flush>
      {people.length === 0 ? (
        <EmptyState title="Nobody yet">
          People of the customer see the same ledger as the provider, in the portal.
        </EmptyState>
      ) : (
        <DataTable label="People of the customer" columns={columns} rows={people} rowId={({ id }) => id} />
      )}
      <Suspense>
        {isInviting && <InviteCustomer accountId={accountId} onClose={() => setInviting(false)} />}
        {open?.what === 'training' && <RecordTraining accountId={accountId} person={open.person} onClose={close} />}
      </Suspense>
      {open?.what === 'roles' && (
        <ChangeRoles
          person={open.person}
          roles={CUSTOMER_ROLES}
          isPending={save.isPending}
          error={save.error}
          onSave={(roles) =>
            save.mutate(put(open.person, roles), {
              onSuccess: () => {
                close();
                offerUndo({
                  says:
                    roles.length === 0 ? `${open.person.name} was taken out.` : `${open.person.name} has other roles.`,
                  undo: () => save.mutate(put(open.person, open.person.roles)),
                });
              },
            })
          }
          onClose={close}
        />
      )}
    </Section>
  );
}
