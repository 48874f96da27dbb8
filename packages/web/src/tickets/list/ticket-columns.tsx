import { Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Column } from '../../ui/data-table/column.ts';
import { Instant } from '../../ui/instant.tsx';
import { Severity } from '../severity.tsx';
import type { TicketRow } from '../ticket.ts';
import { TicketState } from '../ticket-state.tsx';
import { NextClock } from './next-clock.tsx';
import { TicketCell } from './ticket-cell.tsx';
import classes from './ticket-list.module.css';

const severity: Column<TicketRow> = {
  id: 'severity',
  header: 'Sev.',
  cell: ({ severity: figure, breached }) => (
    <>
      <Severity severity={figure} />
      {breached && (
        <>
          {' '}
          <Tooltip label="A promise was broken on it">
            <span className={classes['broken']} role="img" aria-label="A promise was broken on it">
              <IconAlertTriangle size={15} />
            </span>
          </Tooltip>
        </>
      )}
    </>
  ),
  width: '76px',
};
const next: Column<TicketRow> = {
  id: 'next',
  header: 'Next clock',
  cell: (row) => <NextClock row={row} />,
  width: '172px',
};
const state: Column<TicketRow> = {
  id: 'state',
  header: 'State',
  cell: (row) => <TicketState {...row} />,
  width: '168px',
  wideOnly: true,
};
const assignee: Column<TicketRow> = {
  id: 'assignee',
  header: 'Assignee',
  cell: (row) => row.assignee?.name ?? <span className={classes['nobody']}>nobody</span>,
  width: '140px',
  wideOnly: true,
};
const latest: Column<TicketRow> = {
  id: 'latest',
  header: 'Latest',
  cell: ({ lastAt, accountZone }) => <Instant at={lastAt} accountZone={accountZone} />,
  width: '92px',
  wideOnly: true,
};

/** Of all accounts. */
export const ticketColumns: readonly Column<TicketRow>[] = [
  { id: 'subject', header: 'Ticket', cell: (row) => <TicketCell row={row} hasAccount /> },
  next,
  severity,
  state,
  assignee,
  { id: 'account', header: 'Account', cell: ({ account }) => account, width: '160px', wideOnly: true },
  latest,
];

/** Of one account. */
export const accountTicketColumns: readonly Column<TicketRow>[] = [
  { id: 'subject', header: 'Ticket', cell: (row) => <TicketCell row={row} hasAccount={false} /> },
  next,
  severity,
  state,
  assignee,
  latest,
];
