import { SimpleGrid } from '@mantine/core';
import { useGet } from '../api/use-get.ts';
import { Figure } from '../ui/figure.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { ledgerHref } from './ledger-search.ts';

/** Kept, due, broken and waived of an account; each number leads to its rows. */
export function LedgerFigures({ accountId }: { readonly accountId: string }) {
  const ledger = useGet('GET /accounts/:accountId/ledger', { params: { accountId } });
  return (
    <QueryState query={ledger}>
      {({ kept, due, broken, waived }) => (
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm" mb="md" maw={620}>
          <Figure label="Kept" value={kept} colour="kept" href={ledgerHref(accountId, { show: 'kept' })} />
          <Figure label="Due" value={due} colour="open" href={ledgerHref(accountId, { show: 'due' })} />
          <Figure label="Broken" value={broken} colour="broken" href={ledgerHref(accountId, { show: 'broken' })} />
          <Figure label="Waived" value={waived} colour="waived" href={ledgerHref(accountId, { show: 'waived' })} />
        </SimpleGrid>
      )}
    </QueryState>
  );
}
