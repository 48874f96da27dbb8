import { roleName } from '../../api/contract-tables.ts';
import { useGet } from '../../api/use-get.ts';
import { QueryState } from '../../ui/query-state.tsx';
import classes from './overview.module.css';
import { useNamedRoles } from './use-named-roles.ts';

/** Who serves the account and how to reach them: in the roles for which contracts name them, else in those of the team. */
export function TeamList({ accountId }: { readonly accountId: string }) {
  const people = useGet('GET /accounts/:accountId/people', { params: { accountId } });
  const named = useNamedRoles(accountId);
  return (
    <QueryState query={people}>
      {({ team }) => {
        const others = named.filter(({ id }) => team.every((person) => person.id !== id));
        return team.length + others.length === 0 ? (
          <p className={classes['none']}>Nobody has been named yet.</p>
        ) : (
          <ul className={classes['team']}>
            {team.map(({ id, name, email, roles, zone }) => (
              <li key={id}>
                <b>{name}</b>
                <span>{(named.find((person) => person.id === id)?.roles ?? roles.map(roleName)).join(', ')}</span>
                <a href={`mailto:${email}`}>{email}</a>
                <span>{zone.replaceAll('_', ' ')}</span>
              </li>
            ))}
            {others.map(({ id, name, roles }) => (
              <li key={id}>
                <b>{name}</b>
                <span>{roles.join(', ')}</span>
              </li>
            ))}
          </ul>
        );
      }}
    </QueryState>
  );
}
