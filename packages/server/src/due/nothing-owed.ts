import type { Fact } from '@tamarack/core';
import type { Chosen } from './choose-terms.ts';
import { differsBySeverity } from './differs-by-severity.ts';
import { type Asked, nothingHappened } from './nothing-happened.ts';
import { promisesNothing } from './promises-nothing.ts';

/** Why there is no clock at all; that nothing is promised is an answer, not a mistake. */
export function nothingOwed(chosen: Chosen, asked: Asked): string {
  const { clause, name } = chosen.term;
  const why = (asked.given ? nothingHappened(chosen, asked) : undefined) ?? whyNot(chosen, asked);
  return `${clause.title}: nothing is owed. ${why ?? `"${name}" ${opensBy(chosen)}.`}`;
}

/** Where the promise is silent at the level and severity of the last one that could have opened it. */
function whyNot({ terms, term }: Chosen, { facts, now, subject }: Asked): string | undefined {
  const past = facts.filter((fact) => fact.at <= now);
  const meant = subject ?? past.findLast(({ fact }) => !ofContract(fact))?.subject;
  const own = past.filter(({ fact, subject: whose }) => !ofContract(fact) && whose === meant);
  // What has begun keeps the level that the contract had then.
  const began = own[0] ? past.indexOf(own[0]) : past.length;
  const ofContractBefore = past.slice(0, began).filter(({ fact }) => ofContract(fact));
  const level = String(lastSaid(own, 'level') ?? lastSaid(ofContractBefore, 'level') ?? terms.level);
  const severity = lastSaid(own, 'severity');
  if (!term.appliesTo(level)) return `"${term.name}" does not belong to the level ${level}.`;
  if (severity === undefined && differsBySeverity({ ...terms, level }, term))
    return `"${term.name}" differs by severity, and the facts name none by then. Give it in data: {"severity": 1}.`;
  return promisesNothing(term, level, severity === undefined ? undefined : Number(severity));
}

function lastSaid(facts: readonly Fact[], key: string): string | number | undefined {
  return facts.findLast(({ data }) => (data?.[key] ?? undefined) !== undefined)?.data?.[key] ?? undefined;
}

function ofContract(fact: string): boolean {
  return fact.startsWith('contract.') || fact.startsWith('account.');
}

function opensBy({ term: { clause } }: Chosen): string {
  const condition = clause.if === undefined ? '' : `, on the condition that ${clause.if.text}`;
  switch (clause.form) {
    case 'response':
    case 'request':
    case 'before':
      return `is opened by ${clause.when.join(' or ')}${condition}`;
    case 'update':
      return `lasts while ${clause.while}${condition}`;
    case 'cadence':
    case 'count':
    case 'limit':
      return `is opened by contract.started${condition}`;
    case 'gate':
      return `is asked for by ${clause.gate.join(' or ')}${condition}`;
  }
}
