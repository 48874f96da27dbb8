import type { Gives } from '@tamarack/contract';
import type { Column } from '../ui/data-table/column.ts';
import { Instant } from '../ui/instant.tsx';
import classes from './agreements.module.css';
import { VersionState } from './version-state.tsx';

type DescriptionRow = Gives<'GET /descriptions'>['rows'][number];

const none = <span className={classes['quiet']}>–</span>;

export const descriptionColumns: readonly Column<DescriptionRow>[] = [
  { id: 'title', header: 'Service', cell: ({ title }) => title, sortBy: ({ title }) => title },
  {
    id: 'reference',
    header: 'Reference',
    cell: ({ reference }) => reference,
    sortBy: ({ reference }) => reference,
    wideOnly: true,
  },
  {
    id: 'published',
    header: 'Published',
    cell: ({ published }) =>
      published === null ? (
        none
      ) : (
        <>
          {published.documentVersion}{' '}
          <span className={classes['quiet']}>
            <Instant at={published.decidedAt} as="short" />
          </span>
        </>
      ),
    sortBy: ({ published }) => published?.decidedAt,
  },
  {
    id: 'work',
    header: 'In work',
    cell: ({ inWork }) =>
      inWork === null ? (
        none
      ) : (
        <span className={classes['inWork']}>
          {inWork.documentVersion} <VersionState state={inWork.state} />
        </span>
      ),
    sortBy: ({ inWork }) => inWork?.state,
  },
  {
    id: 'approver',
    header: 'Approver',
    cell: ({ approver }) => (approver === '' ? none : approver),
    sortBy: ({ approver }) => approver,
    wideOnly: true,
  },
  {
    id: 'contracts',
    header: 'Contracts',
    cell: ({ contracts }) => contracts,
    sortBy: ({ contracts }) => contracts,
    align: 'end',
    width: '110px',
    wideOnly: true,
  },
];
