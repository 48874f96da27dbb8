/** The person who acts, on routes that are for people who are signed in. */
import type { Actor } from '../database/actor.ts';

export function personOf({ personId }: Actor): string {
  if (personId === undefined) throw new TypeError('A route for people who are signed in was called by nobody.');
  return personId;
}
