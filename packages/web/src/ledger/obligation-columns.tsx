import type { Column } from '../ui/data-table/column.ts';
import { Instant } from '../ui/instant.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { countWords, type Obligation, ownerWords, turnWords } from './obligation-words.ts';
import { PromiseCell } from './promise-cell.tsx';

const none = <span style={{ color: 'var(--tm-quiet)' }}>–</span>;

export const obligationColumns: readonly Column<Obligation>[] = [
  { id: 'promise', header: 'Promise', cell: (row) => <PromiseCell says={row.title} about={aboutOf(row)} /> },
  { id: 'state', header: 'State', cell: ({ state }) => <StateBadge state={state} />, width: '112px' },
  {
    id: 'due',
    header: 'Due',
    cell: ({ dueAt, accountZone }) =>
      dueAt === null ? none : <Instant at={dueAt} accountZone={accountZone} as="short" />,
    width: '150px',
    wideOnly: true,
  },
  { id: 'settled', header: 'Settled', cell: settled, width: '150px', wideOnly: true },
  {
    id: 'owed',
    header: 'Owed by',
    cell: ownerWords,
    width: '190px',
    wideOnly: true,
  },
];

/** "PACS viewer answers nobody · no. 2". */
export function aboutOf(row: Obligation): string {
  const words = [row.subject, turnWords(row), countWords(row)];
  return words.filter((each) => each !== undefined && each !== '').join(' · ');
}

function settled({ metAt, breachedAt, endedAt, accountZone }: Obligation) {
  const at = metAt ?? breachedAt ?? endedAt;
  return at === null ? none : <Instant at={at} accountZone={accountZone} as="short" />;
}
