import { SimpleGrid } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useMe } from '../../api/me.ts';
import { useGet } from '../../api/use-get.ts';
import { LedgerFigures } from '../../ledger/ledger-figures.tsx';
import { countryName } from '../../ui/country-name.ts';
import { DataPairs } from '../../ui/data-pairs.tsx';
import { Instant } from '../../ui/instant.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import type { Account } from '../edit/account-fields.ts';
import { EditAccountButton } from '../edit/edit-account-button.tsx';
import { PortalHome } from '../portal/portal-home.tsx';
import { NextObligations } from '../overview/next-obligations.tsx';
import classes from '../overview/overview.module.css';
import { TeamList } from '../overview/team-list.tsx';
import { money } from './money.ts';

const route = getRouteApi('/signed-in/accounts/$accountId/');

/** The first page of an account: what waits and comes next for its own people, what is known of it for staff. */
export function OverviewTab() {
  const { accountId } = route.useParams();
  const { side } = useMe();
  return side === 'customer' ? <PortalHome accountId={accountId} /> : <AccountOverview accountId={accountId} />;
}

/** How the promises of an account stand, what comes next from either side, what is known of it, and who serves it. */
function AccountOverview({ accountId }: { readonly accountId: string }) {
  const account = useGet('GET /accounts/:accountId', { params: { accountId } });
  return (
    <>
      <LedgerFigures accountId={accountId} />
      <div className={classes['sides']}>
        <Section title="What comes next" says="Owed by us">
          <NextObligations
            accountId={accountId}
            side="provider"
            none="Nothing is due. Promises stand here with their deadlines once a contract runs."
          />
        </Section>
        <Section title="What the customer owes" says="What waits on them">
          <NextObligations accountId={accountId} side="customer" none="Nothing: no clock waits on the customer." />
        </Section>
      </div>
      <QueryState query={account}>
        {(data) => (
          <Section title="The account" actions={<EditAccountButton account={data} />}>
            <KnownOfAccount account={data} />
          </Section>
        )}
      </QueryState>
      <Section title="Team" says="Who of the provider serves the account">
        <TeamList accountId={accountId} />
      </Section>
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
          ['Country', country === null ? null : countryName(country)],
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
