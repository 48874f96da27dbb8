/** The person who acts, on routes that are for people who are signed in. */
import type { Actor } from '../database/actor.ts';

export function personOf({ personId }: Actor): string {
  if (personId === undefined) throw new TypeError('A route for people who are signed in was called by nobody.');
  return personId;
}

/** Who records a fact, and how it came in. */
export function recorderOf(actor: Actor): {
  readonly personId: string;
  readonly side: Actor['side'];
  readonly via: 'web' | 'api';
} {
  return { personId: personOf(actor), side: actor.side, via: actor.via === 'token' ? 'api' : 'web' };
}
