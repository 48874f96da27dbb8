/** The person who acts, on routes that are for people who are signed in. */
import type { Actor } from '../database/actor.ts';
import type { Visitor } from './visitor.ts';

/** The access check refuses whoever is nobody before a handler is called. */
const NOBODY = 'A route for people who are signed in was called by nobody.';

export function personOf({ personId }: Actor): string {
  if (personId === undefined) throw new TypeError(NOBODY);
  return personId;
}

export function signedIn(visitor: Visitor | undefined): Visitor {
  if (!visitor) throw new TypeError(NOBODY);
  return visitor;
}

/** Who records a fact, and how it came in. */
export function recorderOf(actor: Actor): {
  readonly personId: string;
  readonly side: Actor['side'];
  readonly via: 'web' | 'api';
} {
  return { personId: personOf(actor), side: actor.side, via: actor.via === 'token' ? 'api' : 'web' };
}
