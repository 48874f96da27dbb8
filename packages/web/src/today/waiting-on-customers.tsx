import { usePages } from '../api/use-pages.ts';
import { Title } from '@mantine/core';
import { DueTable } from './due-table.tsx';
import classes from './due-table.module.css';

export type WaitingOnCustomersProps = {
  readonly query: { readonly mine: 'true' | 'false'; readonly accountId: string | undefined };
};

/** What customers owe, so that nobody waits in silence; no section where nobody waits. */
export function WaitingOnCustomers({ query }: WaitingOnCustomersProps) {
  const pages = usePages('GET /today', { query: { ...query, side: 'customer', limit: 50 } });
  const rows = pages.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="waiting">
      <Title order={2} id="waiting" className={classes['waiting'] ?? ''}>
        Waiting on customers
      </Title>
      <DueTable label="What customers owe" rows={rows} pages={pages} />
    </section>
  );
}
