/**
 * `when` … `before` … `until`: due ahead of something that was announced.
 *
 * - The announcing fact says when it will be, in the field named after the awaited event (`leave.approved` has
 *   `begins`): an instant, or a date, which means its first moment in the zone of the promise's calendar (UTC where it
 *   has none). A later announcement moves the deadline; the event itself is the last moment, should it come early.
 * - Evidence that came before the announcement counts. What was announced too late to keep the promise breaks it at
 *   the announcement, unless it was already met; what is moved too near breaks it at the move. A breach stays.
 * - What is called off owes nothing more. Announced again after that, it is a new cycle with evidence of its own.
 */
import { holds } from '../agreement/words/condition.ts';
import type { ClauseOf } from '../agreement/grammar/promise.ts';
import { subjectNameOf } from '../facts/vocabulary.ts';
import { zoneTable } from '../calendar/zone-table.ts';
import { lastMomentAhead } from './ahead.ts';
import type { Awaited, Clock } from './clock.ts';
import type { ClockName, Draft } from './clock-of.ts';
import { gather, gatherNothing, isComplete, type Gathering } from './evidence.ts';
import { eventOf } from './fact.ts';
import type { Followed, Reactor } from './follower.ts';
import { readMoment } from './read-moment.ts';
import type { Term } from './terms.ts';

/** One announced thing, from its first mention until it is called off. */
type Announced = {
  readonly cycle: number;
  readonly gathering: Gathering;
  opened?: number;
  /** When it will be. */
  moment?: number;
  due?: number;
  /** When the deadline became what it is. */
  since?: number;
  lead?: NonNullable<Awaited['lead']>;
  happened: boolean;
  cameEarly?: boolean;
  metAt?: number;
  breachedAt?: number;
  endedAt?: number;
  because?: string;
};

/** Follows one leave, one launch. */
export function reactBefore(term: Term, clause: ClauseOf<'before'>, { subject, life, ask }: Followed): Reactor {
  const event = eventOf(clause.before);
  const zone = term.calendars?.hours.zone ?? zoneTable('UTC');
  const name: ClockName = { promise: term.name, form: clause.form, subject };
  const all: Announced[] = [];
  const awaited = (): Announced => {
    const last = all.at(-1);
    if (last && last.cycle === life.cycle) return last;
    const next: Announced = { cycle: life.cycle, gathering: gatherNothing(clause.until), happened: false };
    all.push(next);
    return next;
  };
  const reckon = (one: Announced, at: number) => {
    if (one.moment === undefined || one.happened) return;
    const ahead = term.duration(life.level, life.severity);
    const duration = ahead.is === 'value' ? ahead.value : undefined;
    const due = lastMomentAhead(one.moment, duration, term.calendars);
    if (!duration || !term.calendars) delete one.lead;
    else {
      const { hours, businessDays } = term.calendars;
      one.lead = { duration, calendar: duration.counts === 'business-days' ? businessDays : hours };
    }
    if (due === one.due) return;
    one.since = at;
    if (due === undefined) delete one.due;
    else one.due = due;
  };
  return {
    pass(at) {
      const one = all.at(-1);
      const breachedAt = one && breachBy(one, at);
      if (one && breachedAt !== undefined) one.breachedAt = breachedAt;
    },
    react(fact, own) {
      const one = awaited();
      if (one.endedAt !== undefined) return;
      const counts = one.metAt === undefined && (own || subjectNameOf(fact.fact) !== life.kind);
      if (counts && gather(clause.until, one.gathering, fact.fact) && isComplete(one.gathering)) one.metAt = fact.at;
      if (!own) return;
      const moment = zone && readMoment(fact.data?.[event], zone);
      if (moment !== undefined) one.moment = moment;
      if (one.opened === undefined && clause.when.includes(fact.fact)) {
        if (term.appliesTo(life.level) && (!clause.if || holds(clause.if, ask))) one.opened = fact.at;
      }
      reckon(one, fact.at);
      if (fact.fact === clause.before && !one.happened) {
        one.happened = true;
        if (one.due === undefined || one.due > fact.at) {
          one.cameEarly = one.moment !== undefined && one.moment > fact.at;
          one.due = fact.at;
          one.since = fact.at;
        }
      } else if (one.opened !== undefined && (life.turn === 'ended' || life.turn === 'merged')) {
        one.endedAt = fact.at;
        one.because = eventOf(fact.fact);
      }
    },
    clocksAt: (now) => all.flatMap((one) => (one.opened === undefined ? [] : [clockOf(one, one.opened, name, now)])),
  };
}

/** When the promise is broken by `at`, if it is; evidence in the very second of the deadline is in time. */
function breachBy({ opened, due, since, breachedAt, metAt, endedAt }: Announced, at: number): number | undefined {
  if (breachedAt !== undefined || metAt !== undefined || endedAt !== undefined) return breachedAt;
  if (opened === undefined || due === undefined || due >= at) return undefined;
  return Math.max(due, since ?? due, opened);
}

function clockOf(one: Announced, opened: number, { promise, form, subject }: ClockName, now: number): Clock {
  const { cycle, due, metAt, endedAt, because, moment, lead, cameEarly = false } = one;
  const breachedAt = breachBy(one, now);
  const kept = metAt === undefined ? undefined : ('met' as const);
  const state = breachedAt === undefined ? (kept ?? (endedAt === undefined ? 'running' : 'ended')) : 'breached';
  const clock: Draft = { promise, form, subject, cycle, turn: cycle, state, opened, pauses: [], targets: [] };
  if (due !== undefined) clock.due = due;
  if (moment !== undefined) clock.awaited = { moment, ...(lead ? { lead } : {}), cameEarly };
  if (due !== undefined && state === 'running') clock.remaining = Math.max(0, due - now);
  if (metAt !== undefined) clock.metAt = metAt;
  if (breachedAt !== undefined) clock.breachedAt = breachedAt;
  if (endedAt !== undefined) clock.endedAt = endedAt;
  if (because !== undefined) clock.because = because;
  return clock;
}
