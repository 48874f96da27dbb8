/** Whether it takes more or less to meet something than before, where that is plain. */
import type { Evidence } from '../grammar/promise.ts';
import type { Direction } from './verdict.ts';

/** "more": whatever meets the new evidence met the old one, and not the other way round. */
export function compareEvidence(before: Evidence, after: Evidence): Direction {
  const stricter = implies(after, before);
  const looser = implies(before, after);
  if (stricter && looser) return 'same';
  if (stricter) return 'more';
  return looser ? 'less' : 'unknown';
}

function implies(a: Evidence, b: Evidence): boolean {
  return b.all.every((alternatives) => a.all.some((own) => own.every((fact) => alternatives.includes(fact))));
}
