import { useLocation } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import type { Lead } from '../../ui/data-table/column.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { countWords } from '../../ui/count-words.ts';
import { MoreRows, type MoreRowsProps } from '../../ui/more-rows.tsx';
import { ticketHref, type TicketRow } from '../ticket.ts';
import { keepWalk, rowToReturnTo } from '../walk.ts';
import { columnsIn } from './columns/column-names.ts';
import { ticketColumns } from './ticket-columns.tsx';

export type TicketTableProps = MoreRowsProps & {
  /** As the address has them. */
  readonly columns: string | undefined;
  readonly isOneAccount?: boolean;
  readonly lead?: Lead<TicketRow> | undefined;
  readonly rows: readonly TicketRow[];
};

/** Tickets as rows. j, k and the arrows walk, Enter opens; the page of a ticket then knows which one is next. */
export function TicketTable({ columns, isOneAccount = false, lead, rows, pages }: TicketTableProps) {
  const shown = useMemo(() => ticketColumns(columnsIn(columns), isOneAccount), [columns, isOneAccount]);
  const here = useLocation();
  // The address is already that of the ticket while its page is still being loaded.
  const isHere = here.pathname.endsWith('/tickets');
  const [startAt] = useState(() => rowToReturnTo(here.href, rows));
  useEffect(() => {
    if (isHere) keepWalk({ href: here.href, tickets: rows });
  }, [isHere, here.href, rows]);
  return (
    <DataTable
      label="Tickets"
      columns={shown}
      lead={lead}
      rows={rows}
      rowId={({ id }) => id}
      rowHref={ticketHref}
      isPartial
      hasLetterKeys
      startAt={startAt}
      footer={pages.hasNextPage ? <MoreRows pages={pages} /> : countWords(rows.length, 'ticket')}
    />
  );
}
