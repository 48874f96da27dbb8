import { getRouteApi, Outlet } from '@tanstack/react-router';
import { useMe } from '../api/me.ts';
import { useGet } from '../api/use-get.ts';
import { accountDestinations } from '../app/navigation.ts';
import { NavLinks } from '../app/shell/nav-links.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { AccountLine } from './account-line.tsx';

const route = getRouteApi('/signed-in/accounts/$accountId');

/** An account: its head, and its parts. In the portal the rail leads to the parts, so there are no tabs. */
export function AccountPage() {
  const { accountId } = route.useParams();
  const me = useMe();
  const account = useGet('GET /accounts/:accountId', { params: { accountId } });
  return (
    <QueryState query={account}>
      {(data) => (
        <>
          <PageHeader title={data.name} says={<AccountLine account={data} />} />
          {me.side === 'provider' && (
            <NavLinks destinations={accountDestinations(me, accountId)} label="Parts of the account" look="tabs" />
          )}
          <Outlet />
        </>
      )}
    </QueryState>
  );
}
