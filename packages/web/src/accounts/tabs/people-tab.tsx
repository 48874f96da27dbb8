import { getRouteApi } from '@tanstack/react-router';
import { mayDo, useMe } from '../../api/me.ts';
import { useGet } from '../../api/use-get.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { CustomerPeople } from './people/customer-people.tsx';
import { SeatsTaken } from './people/seats-taken.tsx';
import { Team } from './people/team.tsx';

const route = getRouteApi('/signed-in/accounts/$accountId/people');

/** The customer's people with the seats that they take, and the provider's team that serves them. */
export function PeopleTab() {
  const { accountId } = route.useParams();
  const me = useMe();
  const people = useGet('GET /accounts/:accountId/people', { params: { accountId } });
  return (
    <QueryState query={people}>
      {({ customer, team }) => (
        <>
          <CustomerPeople
            accountId={accountId}
            people={customer}
            mayChange={mayDo(me, 'people.write', accountId)}
            mayTrain={mayDo(me, 'accounts.write', accountId)}
          />
          <SeatsTaken accountId={accountId} />
          <Team accountId={accountId} people={team} mayChange={mayDo(me, 'team.write', accountId)} />
        </>
      )}
    </QueryState>
  );
}
