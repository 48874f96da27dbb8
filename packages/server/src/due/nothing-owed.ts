import type { Chosen } from './choose-terms.ts';

/** Why there is no clock at all; that nothing is promised is an answer, not a mistake. */
export function nothingOwed(chosen: Chosen, severity: number | undefined): string {
  const { clause, name } = chosen.term;
  return `${clause.title}: nothing is owed. ${whyNot(chosen, severity) ?? `"${name}" ${opensBy(chosen)}.`}`;
}

/** Where the description itself promises nothing at this level and severity. */
function whyNot({ terms, term }: Chosen, severity: number | undefined): string | undefined {
  const where = `at level ${terms.level}${severity === undefined ? '' : `, severity ${severity}`}`;
  const { clause, name } = term;
  if (clause.form === 'limit') {
    const most = term.quantity(terms.level, severity);
    return most.is === 'value' && most.value.of === 'unlimited' ? `"${name}" sets no limit ${where}.` : undefined;
  }
  if (clause.form === 'response' || clause.form === 'update') {
    const { is } = term.duration(terms.level, severity);
    if (is === 'on-request') return `"${name}" is owed on request only ${where}.`;
    if (is === 'none') return `"${name}" promises nothing ${where}.`;
  }
  return undefined;
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
