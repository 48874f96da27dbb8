import { getRouteApi } from '@tanstack/react-router';
import { roleName } from '../../api/contract-tables.ts';
import { useGet } from '../../api/use-get.ts';
import { DataPairs } from '../../ui/data-pairs.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Link } from '../../ui/link.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import { ActivityButton } from './activity-button.tsx';
import { ErasePerson } from './erase-person.tsx';
import type { Person } from './person.ts';
import { PersonSessions } from './person-sessions.tsx';
import { PersonState } from './person-state.tsx';
import { ResendInvitation } from './resend-invitation.tsx';
import { StaffRolesForm } from './staff-roles-form.tsx';

const route = getRouteApi('/signed-in/administration/people/$personId');

/** A person as the administrator sees them. */
export function PersonPage() {
  const { personId } = route.useParams();
  const person = useGet('GET /people/:personId', { params: { personId } });
  return (
    <QueryState query={person}>
      {(data) => (
        <>
          <Section
            title={data.name}
            actions={
              <div style={{ display: 'flex', gap: 8 }}>
                {data.invitedUntil !== null && data.deactivatedAt === null && <ResendInvitation person={data} />}
                <ActivityButton person={data} />
              </div>
            }
          >
            <DataPairs pairs={pairsOf(data)} />
          </Section>
          {data.side === 'provider' && <StaffRolesForm key={data.id} person={data} />}
          <PersonSessions person={data} />
          {data.side === 'customer' && <ErasePerson person={data} />}
        </>
      )}
    </QueryState>
  );
}

function pairsOf(person: Person) {
  const { email, side, zone, accounts, seenAt, invitedUntil } = person;
  const places = accounts.map(({ id, name, roles }) => (
    <div key={id}>
      <Link href={`/accounts/${id}/people`}>{name}</Link> as {roles.map((role) => roleName(role)).join(', ')}
    </div>
  ));
  return [
    ['E-mail', email],
    ['Side', side === 'provider' ? 'Staff of the provider' : 'Person of a customer'],
    ['State', <PersonState key="state" person={person} />],
    ...(invitedUntil === null
      ? []
      : [['Invitation open until', <Instant key="until" at={invitedUntil} as="short" />] as const]),
    ['Last seen', seenAt === null ? 'never' : <Instant key="seen" at={seenAt} as="short" />],
    ['Time zone', zone],
    [side === 'provider' ? 'Serves' : 'Accounts', places.length === 0 ? undefined : places],
  ] as const;
}
