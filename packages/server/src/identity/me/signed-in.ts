/** The visitor of a route that somebody has to be signed in for. */
import { refuseApi, type ApiResult } from '../../platform/http/refuse-api.ts';
import type { Visitor } from '../../platform/http/visitor.ts';

/** The access check has refused everybody else before the handler ran. */
export function signedIn(visitor: Visitor | undefined): Visitor {
  if (!visitor) throw new TypeError('A route for people who are signed in was reached without one.');
  return visitor;
}

/** What only a person may do and no token: a token that leaked must not make others or change a password. */
export function inPerson(visitor: Visitor | undefined): ApiResult<Visitor> {
  const known = signedIn(visitor);
  return known.via === 'session'
    ? { ok: true, value: known }
    : refuseApi('access.denied', 'An API token cannot do this; sign in yourself.');
}
