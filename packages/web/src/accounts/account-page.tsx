import { getRouteApi, Outlet, useParams } from '@tanstack/react-router';
import { useMe } from '../api/me.ts';
import { useGet } from '../api/use-get.ts';
import { accountDestinations } from '../app/navigation.ts';
import { NavLinks } from '../app/shell/nav-links.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { AccountLine } from './account-line.tsx';

const route = getRouteApi('/signed-in/accounts/$accountId');

/**
 * An account: its head, and its parts. In the portal the rail leads to the parts, so there are no tabs. A ticket has a head of
 * its own, and needs the room.
 */
export function AccountPage() {
  const { accountId } = route.useParams();
  const me = useMe();
  const isTicket = useParams({
    strict: false,
    select: ({ ticketId }: { readonly ticketId?: string }) => ticketId !== undefined,
  });
  const account = useGet('GET /accounts/:accountId', { params: { accountId } });
  if (isTicket) return <Outlet />;
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
