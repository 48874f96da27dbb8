/**
 * How a contract stands: its level, and what is known of the account. Facts of the contract and of the account change
 * it (`contract.moved` carries the new `level`); what was owed before stays as it was.
 */
import type { ConditionValue } from '../agreement/words/condition.ts';
import type { Fact, FactData } from './fact.ts';
import { accountField } from './life.ts';
import type { Terms } from './terms.ts';

/** Kinds of which a contract has one: everything is about them, and they are about everything. */
export const SINGLE: ReadonlySet<string> = new Set(['contract', 'account']);

export type Standing = {
  /** Since when, in epoch seconds. */
  readonly at: number;
  readonly level: string;
  readonly account: FactData;
};

/** How it stands before any fact, by the terms. */
export function standingOf(terms: Terms): Standing {
  return { at: Number.NEGATIVE_INFINITY, level: terms.level, account: terms.account };
}

/** How it stands after a fact; the same standing where the fact changes nothing. */
export function standingAfter(standing: Standing, fact: Fact): Standing {
  if (!fact.data) return standing;
  if (fact.fact.startsWith('contract.')) {
    const { level, ...rest } = fact.data;
    return { at: fact.at, level: String(level ?? standing.level), account: { ...standing.account, ...rest } };
  }
  if (!fact.fact.startsWith('account.')) return standing;
  return { at: fact.at, level: standing.level, account: { ...standing.account, ...fact.data } };
}

/** The terms of what begins while the contract stands so. */
export function termsUnder(terms: Terms, standing: Standing): Terms {
  return { ...terms, level: standing.level, account: standing.account };
}

/** What a condition asks of the contract as a whole. */
export function fieldOfStanding({ level, account }: Standing): (field: string) => ConditionValue | undefined {
  return (field) => (field === 'level' ? level : accountField(account, field));
}

/** Standings in their order; the last one of a second is that second's. */
export type History = Standing[];

/** Takes a fact into a history. */
export function record(history: History, fact: Fact): void {
  const last = history.at(-1);
  if (!last) return;
  const next = standingAfter(last, fact);
  if (next === last) return;
  if (last.at === next.at) history.pop();
  history.push(next);
}
