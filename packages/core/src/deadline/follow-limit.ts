/**
 * `limit` … `at-most`: no more than that in each period. Facts that carry `seconds` are added up for
 * a limit of time, others are counted. A recorded approval (`unless`) in the same period raises the
 * limit by its `seconds` or `count`, or lifts it where it names neither. The fact that goes over is
 * the breach; one a period.
 */
import { holds } from '../agreement/words/condition.ts';
import type { ClauseOf } from '../agreement/grammar/promise.ts';
import type { Period } from '../agreement/words/times.ts';
import type { Quantity } from '../agreement/words/quantity.ts';
import type { Clock } from './clock.ts';
import type { Fact } from './fact.ts';
import type { Follower } from './follower.ts';
import { fieldOf, live, unborn } from './life.ts';
import { periodsOf, type Span } from './periods.ts';
import type { Term, Terms } from './terms.ts';

/** Follows one contract. Without `per`, and for a count, the whole contract is one period. */
export function followLimit(terms: Terms, term: Term, clause: ClauseOf<'limit'>, subject: string): Follower {
  const approvals = clause.unless?.all.flat() ?? [];
  const life = unborn(terms.level, terms.account);
  const ask = fieldOf(life);
  const taken: { at: number; fact: Fact; allowed: Quantity | undefined }[] = [];
  let starts: number | undefined;
  return {
    take(fact) {
      live(life, fact, NO_EFFECTS);
      if (fact.fact === 'contract.started') starts ??= fact.at;
      const counts = clause.limit.includes(fact.fact) && (!clause.if || holds(clause.if, ask));
      if (!counts && !approvals.includes(fact.fact)) return;
      const settled = term.quantity(life.level, life.severity);
      taken.push({ at: fact.at, fact, allowed: settled.is === 'value' ? settled.value : undefined });
    },
    clocksAt(now) {
      if (!term.appliesTo(life.level)) return [];
      const settled = term.quantity(life.level, life.severity);
      if (settled.is !== 'value' || settled.value.of === 'unlimited') return [];
      const from = starts ?? taken[0]?.at;
      if (from === undefined) return [];
      const of = { promise: term.name, form: clause.form, subject };
      return [...spansOf(clause.per, settled.value, term, from, now)].map((span) => clockOfSpan(span, taken.filter(({ at }) => at >= span.from && at < span.to && at <= now), settled.value, { of, approvals, warnAt: clause['warn-at'] }, now));
    },
  };
}

const NO_EFFECTS = new Map();

function* spansOf(per: Period | undefined, quantity: Quantity, term: Term, starts: number, now: number): Generator<Span> {
  const period: Period | undefined = quantity.of === 'rate' ? { unit: quantity.per, aligned: 'calendar' } : per;
  if (period && term.calendars) yield* periodsOf(period, 1, term.calendars.hours.zone, starts, now + 1);
  else yield { number: 1, from: starts, to: Number.POSITIVE_INFINITY, whole: true };
}

type Frame = { readonly of: Pick<Clock, 'promise' | 'form' | 'subject'>; readonly approvals: readonly string[]; readonly warnAt: number | undefined };

function clockOfSpan(span: Span, taken: readonly { at: number; fact: Fact }[], quantity: Quantity, { of, approvals, warnAt }: Frame, now: number): Clock {
  const ofTime = quantity.of === 'time';
  let allowed = quantity.of === 'time' ? quantity.seconds : quantity.of === 'unlimited' ? Number.POSITIVE_INFINITY : quantity.count;
  let counted = 0;
  let breachedAt: number | undefined;
  let warnedAt: number | undefined;
  for (const { at, fact } of taken) {
    if (approvals.includes(fact.fact)) {
      allowed += Number(fact.data?.[ofTime ? 'seconds' : 'count'] ?? Number.POSITIVE_INFINITY);
      continue;
    }
    counted += ofTime ? Number(fact.data?.['seconds'] ?? 0) : 1;
    if (counted > allowed) breachedAt ??= at;
    if (warnAt !== undefined && counted * 100 >= allowed * warnAt) warnedAt ??= at;
  }
  const over = now >= span.to;
  const state = breachedAt !== undefined ? 'breached' : over ? 'met' : 'running';
  return {
    ...of,
    cycle: 1,
    turn: span.number,
    state,
    opened: span.from,
    pauses: [],
    targets: [],
    tally: { counted, ...(Number.isFinite(allowed) ? { most: allowed } : {}), unit: ofTime ? 'seconds' : 'times' },
    ...(Number.isFinite(span.to) ? { due: span.to } : {}),
    ...(breachedAt === undefined ? {} : { breachedAt }),
    ...(warnedAt === undefined ? {} : { warnedAt }),
    ...(state === 'met' ? { metAt: span.to } : {}),
  };
}
