import { getRouteApi } from '@tanstack/react-router';
import { useGet } from '../../api/use-get.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import { personColumns } from './person-columns.tsx';

const route = getRouteApi('/signed-in/accounts/$accountId/people');

/** The customer's people, and the provider's team that serves them. */
export function PeopleTab() {
  const { accountId } = route.useParams();
  const people = useGet('GET /accounts/:accountId/people', { params: { accountId } });
  return (
    <QueryState query={people}>
      {({ customer, team }) => (
        <>
          <Section title="Customer" says="Who may see the account and raise what is owed to it" flush>
            {customer.length === 0 ? (
              <EmptyState title="Nobody yet">
                People of the customer see the same ledger as you do, in the portal.
              </EmptyState>
            ) : (
              <DataTable
                label="People of the customer"
                columns={personColumns}
                rows={customer}
                rowId={({ id }) => id}
              />
            )}
          </Section>
          <Section title="Team" says="Who serves the account, in which role" flush>
            {team.length === 0 ? (
              <EmptyState title="Nobody serves the account yet">
                Promises are owed by roles; the team says who has them for this account.
              </EmptyState>
            ) : (
              <DataTable label="Team of the provider" columns={personColumns} rows={team} rowId={({ id }) => id} />
            )}
          </Section>
        </>
      )}
    </QueryState>
  );
}
