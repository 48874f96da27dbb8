import { roleName } from '../../api/contract-tables.ts';
import type { Column } from '../../ui/data-table/column.ts';
import { Instant } from '../../ui/instant.tsx';
import { PersonState } from './person-state.tsx';
import type { Person } from './person.ts';

const quiet = { color: 'var(--tm-quiet)' };

export const peopleColumns: readonly Column<Person>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: ({ name, email }) => (
      <>
        {name}
        <div style={{ ...quiet, fontWeight: 400, overflowWrap: 'anywhere' }}>{email}</div>
      </>
    ),
    sortBy: ({ name }) => name,
  },
  {
    id: 'roles',
    header: 'Roles and accounts',
    cell: (person) => <Roles person={person} />,
    wideOnly: true,
    width: '34%',
  },
  { id: 'state', header: 'State', cell: (person) => <PersonState person={person} /> },
  {
    id: 'seen',
    header: 'Seen',
    cell: ({ seenAt }) => (seenAt === null ? <span style={quiet}>never</span> : <Instant at={seenAt} />),
    sortBy: ({ seenAt }) => seenAt ?? undefined,
    wideOnly: true,
    width: '96px',
  },
];

/** Roles of staff, or of a customer's person where they hold; accounts beyond the second as a number. */
function Roles({ person: { side, staffRoles, accounts } }: { readonly person: Person }) {
  const names = accounts.slice(0, 2).map(({ name }) => name);
  const more = accounts.length - names.length;
  const places = more > 0 ? [...names, `${more} more`] : names;
  const roles = side === 'provider' ? staffRoles : [...new Set(accounts.flatMap((account) => account.roles))];
  return (
    <>
      {roles.length === 0 ? 'No role' : roles.map((role) => roleName(role)).join(', ')}
      {places.length > 0 && <div style={quiet}>{places.join(', ')}</div>}
    </>
  );
}
