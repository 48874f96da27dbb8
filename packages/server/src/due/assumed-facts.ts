import type { Fact, Term, Terms } from '@tamarack/core';
import { answered, refused, unknownName, type Answer } from './answer.ts';
import { differsBySeverity } from './differs-by-severity.ts';

/** Whose clock is asked for where no facts are given. */
const SUBJECT = '1';

/** The fact that opens a promise at an instant; refused where one fact cannot open it. */
export function assumedFacts(
  terms: Terms,
  term: Term,
  at: number,
  severity: string | undefined,
): Answer<readonly Fact[]> {
  const read = readSeverity(terms, term, severity);
  if (!read.ok) return read;
  const data = read.value === undefined ? {} : { data: { severity: read.value } };
  const { clause } = term;
  const opening = (fact: string | undefined): Answer<readonly Fact[]> =>
    fact === undefined
      ? refused(`Nothing opens "${term.name}". Give facts with --facts.`)
      : answered([{ at, fact, subject: fact.startsWith('contract.') ? 'contract' : SUBJECT, ...data }]);
  switch (clause.form) {
    case 'response':
    case 'request':
      return opening(clause.when[0]);
    case 'update':
      return opening(terms.vocabulary.states.get(clause.while)?.begins[0]);
    case 'cadence':
    case 'count':
    case 'limit':
      return opening('contract.started');
    case 'before': {
      const event = clause.before.slice(clause.before.indexOf('.') + 1);
      const example = JSON.stringify({
        at: '2026-11-24T08:00:00Z',
        fact: clause.when[0],
        subject: SUBJECT,
        data: { [event]: '2026-12-01' },
      });
      return refused(
        `"${term.name}" is due ahead of ${clause.before}, so that the announcement has to say when that is. Give it with --facts, such as ${example}`,
      );
    }
    case 'gate': {
      const example = JSON.stringify({ at: '2026-11-24T08:00:00Z', fact: clause.gate[0], subject: SUBJECT });
      return refused(
        `"${term.name}" is a gate: nothing is due, and it is asked when ${clause.gate.join(' or ')} happens. Give what happened with --facts, such as ${example}`,
      );
    }
  }
}

/** A severity that the description has; asked for where the promise differs by it. */
function readSeverity(terms: Terms, term: Term, given: string | undefined): Answer<number | undefined> {
  const list = Object.keys(terms.description.severities?.list ?? {});
  if (given !== undefined) return list.includes(given) ? answered(Number(given)) : unknownName('severity', given, list);
  if (!differsBySeverity(terms, term)) return answered(undefined);
  return refused(`"${term.name}" differs by severity: ${list.join(', ')}. Name one with --severity.`);
}
