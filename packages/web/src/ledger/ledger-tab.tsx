import { Button, Group, SimpleGrid } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useMe } from '../api/me.ts';
import { useGet } from '../api/use-get.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { Section } from '../ui/section.tsx';
import { LedgerFigures } from './ledger-figures.tsx';
import classes from './ledger-tab.module.css';
import { MonthsPicture } from './months-picture.tsx';
import { ObligationList } from './obligation-list.tsx';
import { PromiseTable } from './promise-table.tsx';
import { ProveIt } from './prove-it.tsx';
import { RecordFactButton } from './record/record-fact-button.tsx';

const route = getRouteApi('/signed-in/accounts/$accountId/ledger/');

/** What was promised and how it was kept, by promise and month, with the rows: the same for both sides. */
export function LedgerTab() {
  const { accountId } = route.useParams();
  const search = route.useSearch();
  const { side } = useMe();
  const ledger = useGet('GET /accounts/:accountId/ledger', { params: { accountId } });
  const account = useGet('GET /accounts/:accountId', { params: { accountId } });
  const zone = account.data?.zone ?? 'UTC';
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  return (
    <QueryState query={ledger}>
      {({ promises, months }) =>
        promises.length === 0 ? (
          <EmptyState
            title="No rows yet"
            action={
              <Button component={Link} href={`/accounts/${accountId}/contracts`} variant="default">
                To the contracts
              </Button>
            }
          >
            Every promise of a contract becomes rows here: what was kept and by which fact, what is due and when, what
            was broken and why. Provider and customer look at the same rows.
          </EmptyState>
        ) : (
          <>
            <Group justify="space-between" align="start" mb={4}>
              <div style={{ flex: '1 1 320px' }}>
                <LedgerFigures accountId={accountId} />
              </div>
              <Group gap="xs" mb="sm">
                <ProveIt accountId={accountId} />
                <RecordFactButton accountId={accountId} />
              </Group>
            </Group>
            {!isFiltered && (
              <SimpleGrid
                cols={{ base: 1, lg: months.length === 0 ? 1 : 2 }}
                spacing="md"
                style={{ alignItems: 'start' }}
              >
                <Section title={side === 'customer' ? 'What we were promised' : 'By promise'} flush>
                  <PromiseTable accountId={accountId} rows={promises} zone={zone} />
                </Section>
                {months.length > 0 && (
                  <div className={classes['beside']}>
                    <Section title="By month" says="When it was settled">
                      <MonthsPicture accountId={accountId} months={months} />
                    </Section>
                  </div>
                )}
              </SimpleGrid>
            )}
            <ObligationList {...{ accountId, search, promises, months }} />
          </>
        )
      }
    </QueryState>
  );
}
