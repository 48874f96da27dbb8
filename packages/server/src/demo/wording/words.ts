/** What people write: titles of things and notes of what happened, by kind and by what happened to it. */
import type { Chance } from '../chance.ts';
import { NOTES } from './notes.ts';
import { TITLES } from './titles.ts';

/** What a new thing is called: of its kind's own titles, or after its kind and what it is about. */
export function titleOf(kind: string, about: string | undefined, chance: Chance): string {
  const titles = TITLES[kind];
  if (titles) return chance.pick(titles);
  const name = kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ');
  return about === undefined ? name : `${name}: ${about}`.slice(0, 190);
}

/** "cadence-call.held": what somebody notes with it; empty where nobody would write anything. */
export function noteOf(fact: string, chance: Chance): string {
  const notes = NOTES[fact] ?? NOTES[`*.${fact.slice(fact.indexOf('.') + 1)}`];
  return notes ? chance.pick(notes) : '';
}
