import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Column } from '../../ui/data-table/column.ts';
import { Hint } from '../../ui/hint.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Severity } from '../severity.tsx';
import type { TicketRow } from '../ticket.ts';
import { TicketState } from '../ticket-state.tsx';
import { COLUMN_WORDS, type TicketColumn, USUAL } from './columns/column-names.ts';
import { NextClock } from './next-clock.tsx';
import { TicketCell } from './ticket-cell.tsx';
import classes from './ticket-list.module.css';

type Cell = Pick<Column<TicketRow>, 'cell' | 'width'>;

const CELLS: Readonly<Record<TicketColumn, Cell>> = {
  next: { cell: (row) => <NextClock row={row} />, width: '156px' },
  severity: { cell: (row) => <SeverityCell {...row} />, width: '76px' },
  state: { cell: (row) => <TicketState {...row} />, width: '146px' },
  assignee: {
    cell: ({ assignee }) => assignee?.name ?? <span className={classes['nobody']}>nobody</span>,
    width: '124px',
  },
  account: { cell: ({ account }) => <Narrow>{account}</Narrow>, width: '148px' },
  requester: { cell: ({ requester }) => <Narrow>{requester?.name}</Narrow>, width: '140px' },
  product: { cell: ({ product }) => <Narrow>{product}</Narrow>, width: '140px' },
  contract: { cell: ({ contract }) => <Narrow>{contract}</Narrow>, width: '140px' },
  queue: { cell: ({ queue }) => <Narrow>{queue}</Narrow>, width: '120px' },
  received: {
    cell: ({ receivedAt, accountZone }) => <Instant at={receivedAt} accountZone={accountZone} as="short" />,
    width: '116px',
  },
  latest: { cell: ({ lastAt, accountZone }) => <Instant at={lastAt} accountZone={accountZone} />, width: '80px' },
};

/** Those have room beside the subject on a phone as well. */
const URGENT: ReadonlySet<TicketColumn> = new Set(['next', 'severity']);

/** The subject, and these columns beside it. Keep what it gives: a new list shows every row anew. */
export function ticketColumns(chosen: readonly TicketColumn[] = USUAL, isOneAccount = false): Column<TicketRow>[] {
  const subject: Column<TicketRow> = {
    id: 'subject',
    header: 'Ticket',
    cell: (row) => <TicketCell row={row} hasAccount={!isOneAccount} />,
  };
  const beside = chosen.filter((column) => !(isOneAccount && column === 'account'));
  return [
    subject,
    ...beside.map((id) => ({
      id,
      header: id === 'severity' ? 'Sev.' : COLUMN_WORDS[id],
      ...CELLS[id],
      ...(URGENT.has(id) ? {} : { wideOnly: true }),
    })),
  ];
}

/** A name that gives way where many columns are chosen. */
function Narrow({ children }: { readonly children: ReactNode }) {
  return <span className={classes['name']}>{children}</span>;
}

function SeverityCell({ severity, breached }: Pick<TicketRow, 'severity' | 'breached'>) {
  return (
    <>
      <Severity severity={severity} />
      {breached && (
        <>
          {' '}
          <Hint label="A promise was broken on it">
            <span className={classes['broken']} role="img" aria-label="A promise was broken on it">
              <IconAlertTriangle size={15} />
            </span>
          </Hint>
        </>
      )}
    </>
  );
}
