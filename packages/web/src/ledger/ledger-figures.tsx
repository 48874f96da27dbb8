import { SimpleGrid } from '@mantine/core';
import { useGet } from '../api/use-get.ts';
import { Figure } from '../ui/figure.tsx';
import { QueryState } from '../ui/query-state.tsx';

/** Kept, due, broken and waived of an account; each number leads to its rows. */
export function LedgerFigures({ accountId }: { readonly accountId: string }) {
  const ledger = useGet('GET /accounts/:accountId/ledger', { params: { accountId } });
  const rows = `/accounts/${accountId}/ledger`;
  return (
    <QueryState query={ledger}>
      {({ kept, due, broken, waived }) => (
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm" mb="md" maw={620}>
          <Figure label="Kept" value={kept} colour="kept" href={rows} />
          <Figure label="Due" value={due} colour="open" href={rows} />
          <Figure label="Broken" value={broken} colour="broken" href={rows} />
          <Figure label="Waived" value={waived} colour="waived" href={rows} />
        </SimpleGrid>
      )}
    </QueryState>
  );
}
