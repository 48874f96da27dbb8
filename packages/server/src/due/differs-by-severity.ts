import type { Term, Terms } from '@tamarack/core';

/** Whether a promise says nothing at a level as long as the severity is not known. */
export function differsBySeverity({ description, level }: Pick<Terms, 'description' | 'level'>, term: Term): boolean {
  if (term.clause.if?.anyOf.flat().some(({ field }) => field === 'severity') === true) return true;
  const severities = Object.keys(description.severities?.list ?? {});
  const { is } = term.duration(level, undefined);
  return is === 'none' && severities.some((severity) => term.duration(level, Number(severity)).is !== 'none');
}
