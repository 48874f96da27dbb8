import { roleName } from '../../api/contract-tables.ts';
import { useGet } from '../../api/use-get.ts';
import { QueryState } from '../../ui/query-state.tsx';
import classes from './portal.module.css';

/** Who serves the account, in which role, and how to reach them. */
export function TeamList({ accountId }: { readonly accountId: string }) {
  const people = useGet('GET /accounts/:accountId/people', { params: { accountId } });
  return (
    <QueryState query={people}>
      {({ team }) =>
        team.length === 0 ? (
          <p className={classes['none']}>Nobody has been named yet.</p>
        ) : (
          <ul className={classes['list']}>
            {team.map(({ id, name, email, roles, zone }) => (
              <li key={id}>
                <div className={classes['what']}>
                  <b>{name}</b>
                  <span>{roles.map((role) => roleName(role)).join(', ')}</span>
                </div>
                <div className={classes['when']}>
                  <a href={`mailto:${email}`}>{email}</a>
                  <span>{zone.replaceAll('_', ' ')}</span>
                </div>
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
}
