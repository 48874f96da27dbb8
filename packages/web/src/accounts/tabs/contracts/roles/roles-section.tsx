import { lazy, Suspense, useState } from 'react';
import { mayDo, useMe } from '../../../../api/me.ts';
import { useCall } from '../../../../api/use-call.ts';
import { useGet } from '../../../../api/use-get.ts';
import { offerUndo } from '../../../../ui/offer-undo.tsx';
import { QueryState } from '../../../../ui/query-state.tsx';
import { Section } from '../../../../ui/section.tsx';
import type { RoleOfContract } from './role-of-contract.ts';
import { RolesOfSide } from './roles-of-side.tsx';

const NamePeople = lazy(() => import('./name-people.tsx').then((module) => ({ default: module.NamePeople })));

export type RolesSectionProps = { readonly accountId: string; readonly contractId: string };

/** The roles of both sides, what each does, and who plays it here: promises are owed by roles, and people want a name. */
export function RolesSection({ accountId, contractId }: RolesSectionProps) {
  const me = useMe();
  const [open, setOpen] = useState<RoleOfContract>();
  const roles = useGet('GET /accounts/:accountId/contracts/:contractId/roles', { params: { accountId, contractId } });
  const save = useCall('PUT /accounts/:accountId/contracts/:contractId/roles/:side/:role', { quiet: true });
  const undo = useCall('PUT /accounts/:accountId/contracts/:contractId/roles/:side/:role');
  const onName = mayDo(me, 'team.write', accountId) ? setOpen : undefined;
  const put = ({ side, role }: RoleOfContract, personIds: readonly string[]) => ({
    params: { accountId, contractId, side, role },
    body: { personIds: [...personIds] },
  });
  const close = () => {
    setOpen(undefined);
    save.reset();
  };
  const store = (role: RoleOfContract, personIds: readonly string[]) =>
    save.mutate(put(role, personIds), {
      onSuccess: () => {
        close();
        offerUndo({
          says:
            personIds.length === 0 ? `${role.name}: nobody is named any more.` : `${role.name}: the names are saved.`,
          undo: () =>
            undo.mutate(
              put(
                role,
                role.people.map(({ id }) => id),
              ),
            ),
        });
      },
    });
  return (
    <Section title="Who does what" says="Who is named for a role is told of what it owes">
      <QueryState query={roles}>
        {({ rows }) => (
          <>
            <RolesOfSide title="Provider" roles={rows.filter(({ side }) => side === 'provider')} onName={onName} />
            <RolesOfSide title="Customer" roles={rows.filter(({ side }) => side === 'customer')} onName={onName} />
          </>
        )}
      </QueryState>
      <Suspense>
        {open && (
          <NamePeople
            accountId={accountId}
            role={open}
            isPending={save.isPending}
            error={save.error}
            onSave={(personIds) => store(open, personIds)}
            onClose={close}
          />
        )}
      </Suspense>
    </Section>
  );
}
