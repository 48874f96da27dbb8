import type { Gives } from '@tamarack/contract';
import { useMemo } from 'react';
import type { Column } from '../ui/data-table/column.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { Instant } from '../ui/instant.tsx';
import { LedgerBar } from '../ui/ledger-bar.tsx';
import { ledgerHref } from './ledger-search.ts';
import { PromiseCell } from './promise-cell.tsx';

type PromiseRow = Gives<'GET /accounts/:accountId/ledger'>['promises'][number];

export type PromiseTableProps = {
  readonly accountId: string;
  readonly rows: readonly PromiseRow[];
  readonly zone: string;
};

/** What each promise came to; a row leads to its obligations. */
export function PromiseTable({ accountId, rows, zone }: PromiseTableProps) {
  const columns = useMemo(() => columnsIn(zone), [zone]);
  return (
    <DataTable
      label="By promise"
      columns={columns}
      rows={rows}
      rowId={({ contractId, promise, side }) => `${contractId} ${promise} ${side}`}
      rowHref={({ contractId, promise, side }) => ledgerHref(accountId, { promise, contract: contractId, side })}
    />
  );
}

function columnsIn(zone: string): readonly Column<PromiseRow>[] {
  return [
    {
      id: 'promise',
      header: 'Promise',
      cell: ({ title, contract, side }) => (
        <PromiseCell says={title} about={side === 'customer' ? `${contract} · owed by the customer` : contract} />
      ),
      sortBy: ({ title }) => title,
    },
    {
      id: 'figures',
      header: 'Kept, open, broken',
      cell: ({ kept, due, broken, waived }) => <LedgerBar {...{ kept, open: due, broken, waived }} />,
      sortBy: ({ broken }) => broken,
      width: '34%',
    },
    {
      id: 'next',
      header: 'Next due',
      cell: ({ nextDueAt }) => (nextDueAt === null ? '–' : <Instant at={nextDueAt} accountZone={zone} />),
      sortBy: ({ nextDueAt }) => nextDueAt ?? undefined,
      width: '110px',
      wideOnly: true,
    },
  ];
}
