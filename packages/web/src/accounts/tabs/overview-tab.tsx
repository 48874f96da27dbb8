import { SimpleGrid } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { hasRoute } from '../../api/contract-tables.ts';
import { useMe } from '../../api/me.ts';
import { useGet } from '../../api/use-get.ts';
import { LedgerFigures } from '../../ledger/ledger-figures.tsx';
import { DataPairs } from '../../ui/data-pairs.tsx';
import { Instant } from '../../ui/instant.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import type { Account } from '../edit/account-fields.ts';
import { EditAccountButton } from '../edit/edit-account-button.tsx';
import { money } from './money.ts';

const route = getRouteApi('/signed-in/accounts/$accountId/');

const PortalHome = lazy(() => import('../portal/portal-home.tsx').then((module) => ({ default: module.PortalHome })));

/** The first page of an account: what waits and comes next for its own people, what is known of it for staff. */
export function OverviewTab() {
  const { accountId } = route.useParams();
  const { side } = useMe();
  return side === 'customer' ? (
    <Suspense>
      <PortalHome accountId={accountId} />
    </Suspense>
  ) : (
    <AccountOverview accountId={accountId} />
  );
}

/** What is known of an account, and how its promises stand. */
function AccountOverview({ accountId }: { readonly accountId: string }) {
  const account = useGet('GET /accounts/:accountId', { params: { accountId } });
  return (
    <>
      {hasRoute('GET /accounts/:accountId/ledger') && <LedgerFigures accountId={accountId} />}
      <QueryState query={account}>
        {(data) => (
          <Section title="The account" actions={<EditAccountButton account={data} />}>
            <KnownOfAccount account={data} />
          </Section>
        )}
      </QueryState>
    </>
  );
}

function KnownOfAccount({ account }: { readonly account: Account }) {
  const { createdAt, segment, industry, country, zone, hosts, annualRecurringRevenue, currency } = account;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={{ base: 7, sm: 40 }}>
      <DataPairs
        pairs={[
          ['Segment', segment],
          ['Industry', industry],
          ['Country', country],
          ['Time zone', zone],
        ]}
      />
      <DataPairs
        pairs={[
          ['Hosts', hosts?.toLocaleString('en-GB')],
          [
            'Recurring revenue',
            annualRecurringRevenue === null ? null : `${money(annualRecurringRevenue, currency)} a year`,
          ],
          ['Customer since', <Instant key="since" at={createdAt} accountZone={zone} as="short" />],
        ]}
      />
    </SimpleGrid>
  );
}
