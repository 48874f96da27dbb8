import type { Gives } from '@tamarack/contract';
import { roleName } from '../../api/contract-tables.ts';
import type { Column } from '../../ui/data-table/column.ts';
import { Instant } from '../../ui/instant.tsx';

type AccountPerson = Gives<'GET /accounts/:accountId/people'>['team'][number];

export const personColumns: readonly Column<AccountPerson>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: ({ name, deactivatedAt }) => (deactivatedAt === null ? name : `${name} (deactivated)`),
    sortBy: ({ name }) => name,
  },
  {
    id: 'roles',
    header: 'Roles',
    cell: ({ roles }) => roles.map((role) => roleName(role)).join(', '),
    sortBy: ({ roles }) => roles[0],
  },
  { id: 'email', header: 'E-mail', cell: ({ email }) => email, sortBy: ({ email }) => email, wideOnly: true },
  { id: 'zone', header: 'Time zone', cell: ({ zone }) => zone, sortBy: ({ zone }) => zone, wideOnly: true },
  {
    id: 'since',
    header: 'Since',
    cell: ({ since }) => <Instant at={since} as="short" />,
    sortBy: ({ since }) => since,
    wideOnly: true,
  },
];
