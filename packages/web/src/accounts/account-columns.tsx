import type { Gives } from '@tamarack/contract';
import { nameWords } from '../ledger/obligation-words.ts';
import type { Column } from '../ui/data-table/column.ts';
import { Instant } from '../ui/instant.tsx';
import { LedgerBar } from '../ui/ledger-bar.tsx';

type AccountRow = Gives<'GET /accounts'>['rows'][number];

const none = <span style={{ color: 'var(--tm-quiet)' }}>–</span>;

export const accountColumns: readonly Column<AccountRow>[] = [
  { id: 'name', header: 'Account', cell: ({ name }) => name, sortBy: ({ name }) => name },
  {
    id: 'reference',
    header: 'No.',
    cell: ({ reference }) => `#${reference}`,
    sortBy: ({ reference }) => reference,
    wideOnly: true,
    width: '84px',
  },
  {
    id: 'levels',
    header: 'Level',
    cell: ({ levels }) => (levels.length === 0 ? none : levels.map((level) => nameWords(level)).join(', ')),
    sortBy: ({ levels }) => levels[0],
    wideOnly: true,
  },
  {
    id: 'segment',
    header: 'Segment',
    cell: ({ segment }) => segment ?? none,
    sortBy: ({ segment }) => segment ?? undefined,
    wideOnly: true,
  },
  {
    id: 'next',
    header: 'Next due',
    cell: ({ nextDueAt, zone }) => (nextDueAt === null ? none : <Instant at={nextDueAt} accountZone={zone} />),
    sortBy: ({ nextDueAt }) => nextDueAt ?? undefined,
    width: '110px',
  },
  {
    id: 'broken',
    header: 'Kept, open, broken',
    cell: ({ kept, open, broken, waived }) => <LedgerBar {...{ kept, open, broken, waived }} />,
    sortBy: ({ broken }) => broken,
    width: '24%',
  },
];
