import type { Term } from '@tamarack/core';

/** The sentence for a promise that the description leaves out at this level and severity; undefined where it does not. */
export function promisesNothing(term: Term, level: string, severity: number | undefined): string | undefined {
  const where = `at level ${level}${severity === undefined ? '' : `, severity ${severity}`}`;
  const settled = settledOf(term, level, severity);
  switch (settled) {
    case 'on-request':
      return `"${term.name}" is owed on request only ${where}.`;
    case 'none':
      return `"${term.name}" promises nothing ${where}.`;
    case 'unlimited':
      return `"${term.name}" sets no limit ${where}.`;
    case 'value':
      return undefined;
  }
}

function settledOf(
  term: Term,
  level: string,
  severity: number | undefined,
): 'value' | 'on-request' | 'none' | 'unlimited' {
  switch (term.clause.form) {
    case 'response':
    case 'update':
    case 'cadence':
      return term.duration(level, severity).is;
    case 'count':
      return term.times(level, severity).is;
    case 'limit': {
      const most = term.quantity(level, severity);
      return most.is === 'value' && most.value.of === 'unlimited' ? 'unlimited' : most.is;
    }
    case 'request':
    case 'before':
    case 'gate':
      return 'value';
  }
}
