/**
 * `when` … `before` … `until`: due ahead of something that was announced. The announcing fact says
 * when it will be, in the field named after the awaited event (`leave.approved` has `begins`); a
 * later announcement moves it. Evidence that came before the announcement counts. What was announced
 * too late to keep the promise breaks it at the announcement, unless it was already met.
 */
import { subtractBusinessDays } from '../calendar/subtract-business-days.ts';
import { startSeconds } from '../calendar/open-time.ts';
import { secondsOf, unsafeInstantOf } from '../calendar/time-range.ts';
import { zoneTable } from '../calendar/zone-table.ts';
import { holds } from '../agreement/words/condition.ts';
import type { ClauseOf } from '../agreement/grammar/promise.ts';
import type { Duration } from '../agreement/words/duration.ts';
import type { Clock } from './clock.ts';
import { firstInstantOfDate, lengthOf, localDateOf } from './dates.ts';
import { gather, gatherNothing, isComplete } from './evidence.ts';
import { eventOf } from './fact.ts';
import type { Follower } from './follower.ts';
import { effectsOf, fieldOf, live, unborn } from './life.ts';
import { readMoment } from './read-moment.ts';
import type { PromiseCalendars } from './target.ts';
import type { Term, Terms } from './terms.ts';

/** Follows one subject: one leave, one launch. */
export function followBefore(terms: Terms, term: Term, clause: ClauseOf<'before'>, subject: string, kind: string): Follower {
  const effects = effectsOf(terms.vocabulary, kind);
  const event = eventOf(clause.before);
  const life = unborn(terms.level, terms.account);
  const zone = term.calendars?.hours.zone ?? zoneTable('UTC');
  const gathering = gatherNothing(clause.until);
  let opened: number | undefined;
  let due: number | undefined;
  let metAt: number | undefined;
  let endedAt: number | undefined;
  let happenedAt: number | undefined;
  return {
    take(fact) {
      const own = fact.subject === subject;
      if (own) live(life, fact, effects);
      if (metAt === undefined && gather(clause.until, gathering, fact.fact) && isComplete(gathering)) metAt = fact.at;
      if (own && fact.fact === clause.before) happenedAt ??= fact.at;
      if (own && fact.data && zone) {
        const moment = readMoment(fact.data[event], zone);
        const ahead = term.duration(life.level, life.severity);
        if (moment !== undefined) due = latest(moment, ahead.is === 'value' ? ahead.value : undefined, term.calendars);
      }
      if (own && opened === undefined && clause.when.includes(fact.fact)) {
        if (term.appliesTo(life.level) && (!clause.if || holds(clause.if, fieldOf(life)))) opened = fact.at;
      }
      if (own && opened !== undefined && fact.fact !== clause.before && effects.get(fact.fact) === 'ends') endedAt ??= fact.at;
    },
    clocksAt(now) {
      if (opened === undefined) return [];
      return [clockOf({ promise: term.name, form: clause.form, subject }, { opened, due: earlier(due, happenedAt), metAt, endedAt }, now)];
    },
  };
}

function earlier(due: number | undefined, happenedAt: number | undefined): number | undefined {
  if (due === undefined || happenedAt === undefined) return due ?? happenedAt;
  return Math.min(due, happenedAt);
}

/** The last instant that is still ahead enough. */
function latest(moment: number, ahead: Duration | undefined, calendars: PromiseCalendars | undefined): number {
  if (!ahead || !calendars) return moment;
  switch (ahead.counts) {
    case 'working-time':
      return startSeconds(calendars.hours, moment, ahead.seconds);
    case 'business-days': {
      const at = subtractBusinessDays(calendars.businessDays, unsafeInstantOf(moment), ahead.days);
      const seconds = at.ok ? secondsOf(at.value) : at;
      return seconds.ok ? seconds.value : Number.NaN;
    }
    case 'calendar': {
      const { zone } = calendars.hours;
      const date = localDateOf(zone, moment);
      return firstInstantOfDate(zone, date.subtract(lengthOf(ahead.unit, ahead.count))) + (moment - firstInstantOfDate(zone, date));
    }
  }
}

type Before = { readonly opened: number; readonly due: number | undefined; readonly metAt: number | undefined; readonly endedAt: number | undefined };

function clockOf(of: Pick<Clock, 'promise' | 'form' | 'subject'>, { opened, due, metAt, endedAt }: Before, now: number): Clock {
  const base = { ...of, cycle: 1, turn: 1, opened, pauses: [], targets: [], ...(due === undefined ? {} : { due }) };
  const missedAt = due === undefined ? undefined : Math.max(due, opened);
  const intime = metAt !== undefined && (due === undefined || metAt <= due);
  if (intime) return { ...base, state: 'met', metAt };
  if (endedAt !== undefined && (missedAt === undefined || endedAt <= missedAt)) return { ...base, state: 'ended', endedAt, because: 'it was called off' };
  if (due !== undefined && missedAt !== undefined && (now > due || metAt !== undefined)) return { ...base, state: 'breached', breachedAt: missedAt, ...(metAt === undefined ? {} : { metAt }) };
  const elapsed = now - opened;
  return { ...base, state: 'running', elapsed, ...(due === undefined ? {} : { remaining: Math.max(0, due - now) }) };
}

