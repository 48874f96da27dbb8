import { Button } from '@mantine/core';
import type { Gives } from '@tamarack/contract';
import { usePages } from '../api/use-pages.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { Section } from '../ui/section.tsx';
import { ledgerHref, type LedgerSearch, obligationQuery } from './ledger-search.ts';
import { obligationColumns } from './obligation-columns.tsx';
import { ObligationFilters } from './obligation-filters.tsx';

type Ledger = Gives<'GET /accounts/:accountId/ledger'>;

export type ObligationListProps = Pick<Ledger, 'promises' | 'months'> & {
  readonly accountId: string;
  readonly search: LedgerSearch;
};

/** The rows of the ledger, filtered by the address; the latest first, or the next due first. */
export function ObligationList({ accountId, search, promises, months }: ObligationListProps) {
  const pages = usePages('GET /accounts/:accountId/obligations', {
    params: { accountId },
    query: obligationQuery(search),
  });
  const all = (
    <Button component={Link} href={ledgerHref(accountId, {})} variant="default" size="xs">
      Show all
    </Button>
  );
  return (
    <Section
      title="Rows"
      says={search.show === 'due' ? 'The next due first' : 'The latest first'}
      actions={<ObligationFilters {...{ accountId, search, promises, months }} />}
      flush
    >
      <QueryState query={pages}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No such rows" action={all}>
              Nothing in this ledger fits the filters.
            </EmptyState>
          ) : (
            <DataTable
              label="Obligations"
              columns={obligationColumns}
              rows={rows}
              rowId={({ id }) => id}
              rowHref={({ id }) => `/accounts/${accountId}/ledger/${id}`}
              isPartial
              footer={pages.hasNextPage ? <MoreRows pages={pages} /> : `${rows.length} in all`}
            />
          )
        }
      </QueryState>
    </Section>
  );
}
