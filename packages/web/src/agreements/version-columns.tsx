import type { Gives } from '@tamarack/contract';
import type { Column } from '../ui/data-table/column.ts';
import { Instant } from '../ui/instant.tsx';
import { VersionState } from './version-state.tsx';

export type VersionRow = Gives<'GET /descriptions/:descriptionId'>['versions'][number];

export const versionColumns: readonly Column<VersionRow>[] = [
  {
    id: 'version',
    header: 'Version',
    cell: ({ documentVersion }) => documentVersion,
    sortBy: ({ number }) => number,
    width: '100px',
  },
  { id: 'state', header: 'State', cell: ({ state }) => <VersionState state={state} />, sortBy: ({ state }) => state },
  { id: 'approver', header: 'Approver', cell: ({ approver }) => approver, sortBy: ({ approver }) => approver },
  {
    id: 'decided',
    header: 'Decided',
    cell: ({ decidedAt, decidedBy }) =>
      decidedAt === null ? (
        '–'
      ) : (
        <>
          <Instant at={decidedAt} as="short" /> {decidedBy !== null && `by ${decidedBy.name}`}
        </>
      ),
    sortBy: ({ decidedAt }) => decidedAt ?? undefined,
    wideOnly: true,
  },
  { id: 'note', header: 'What changes', cell: ({ changeNote }) => changeNote || '–', wideOnly: true },
  {
    id: 'contracts',
    header: 'Contracts',
    cell: ({ contracts }) => contracts,
    sortBy: ({ contracts }) => contracts,
    align: 'end',
    width: '100px',
    wideOnly: true,
  },
];
