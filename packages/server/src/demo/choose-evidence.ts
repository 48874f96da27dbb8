/** Which facts somebody would record to keep a promise. */
import type { Term } from '@tamarack/core';
import type { Chance } from './chance.ts';
import { eventOf, kindOf } from './world.ts';

/** What ends a ticket belongs to the ticket's own story. */
const ENDINGS: ReadonlySet<string> = new Set(['resolved', 'closed', 'declined', 'merged', 'escalated']);
const TICKETS: ReadonlySet<string> = new Set(['incident', 'service-request']);
/** Ways out that are taken now and then. */
const SELDOM: ReadonlySet<string> = new Set([
  'declined',
  'redirected',
  'rejected',
  'refused',
  'cancelled',
  'dropped',
  'withdrawn',
  'closed',
  'settled-otherwise',
  'judged-sufficient',
  'increase-refused',
  'access-refused',
  'access-requested',
  'reproduction-failed',
  'asset-access-granted',
  'no-solutions-architect',
]);

/** One fact of every group that is asked for; none where the story of the subject itself brings them. */
export function chooseEvidence({ clause }: Term, subjectKind: string, chance: Chance): readonly string[] {
  if (!('until' in clause) || !clause.until) return [];
  const chosen = clause.until.all.map((group) => chooseOne(group, subjectKind, chance));
  return chosen.every((fact) => fact !== undefined) ? chosen : [];
}

/** A need of a gate: any of these facts gives it. */
export function chooseOne(facts: readonly string[], subjectKind: string, chance: Chance): string | undefined {
  const told = facts.filter((fact) => !(TICKETS.has(kindOf(fact)) && ENDINGS.has(eventOf(fact))));
  const own = told.filter((fact) => kindOf(fact) === subjectKind);
  const fitting = own.length > 0 ? own : told.filter((fact) => !TICKETS.has(kindOf(fact)) || TICKETS.has(subjectKind));
  const usual = fitting.filter((fact) => !SELDOM.has(eventOf(fact)));
  const [first, ...others] = usual.length > 0 && chance.happens(0.93) ? usual : fitting;
  return first === undefined ? undefined : chance.happens(0.8) ? first : chance.pick([first, ...others]);
}
