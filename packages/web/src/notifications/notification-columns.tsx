import type { Gives } from '@tamarack/contract';
import type { Column } from '../ui/data-table/column.ts';
import { Instant } from '../ui/instant.tsx';

type Notification = Gives<'GET /me/notifications'>['rows'][number];

export const notificationColumns: readonly Column<Notification>[] = [
  {
    id: 'title',
    header: 'What',
    cell: ({ title, readAt }) => (readAt === null ? title : <span style={{ fontWeight: 400 }}>{title}</span>),
  },
  { id: 'kind', header: 'Kind', cell: ({ says }) => says, sortBy: ({ says }) => says, wideOnly: true },
  { id: 'account', header: 'Account', cell: ({ account }) => account, sortBy: ({ account }) => account },
  {
    id: 'at',
    header: 'When',
    cell: ({ createdAt }) => <Instant at={createdAt} />,
    sortBy: ({ createdAt }) => createdAt,
    width: '120px',
  },
];
