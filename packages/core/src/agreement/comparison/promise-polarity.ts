/** For whom a promise is good. */
import type { Description } from '../grammar/description.ts';
import type { PromiseClause } from '../grammar/promise.ts';
import { sideOf } from '../in-words/owner-in-words.ts';
import { cellsOf } from '../words/table.ts';
import type { Polarity } from './verdict.ts';

/** Whether the customer gains where a duty grows: by what the provider owes, and not by what it owes itself. */
export function dutyPolarity(promise: Pick<PromiseClause, 'by'>): Polarity {
  const side = sideOf(promise.by);
  if (side === undefined) return 0;
  return side === 'provider' ? 1 : -1;
}

/** Whether the customer gains by having the promise at all. */
export function promisePolarity(promise: PromiseClause, description: Description): Polarity {
  switch (promise.form) {
    case 'limit': {
      const bounded = cellsOf(promise['at-most']).some(
        ({ cell }) => cell.cell !== 'value' || cell.value.of !== 'unlimited',
      );
      return bounded ? -1 : 1;
    }
    case 'gate':
      return holdsBackCustomer(promise.gate, description) ? -1 : 0;
    case 'response':
    case 'request':
    case 'update':
    case 'cadence':
    case 'count':
    case 'before':
      return dutyPolarity(promise);
  }
}

/** What a customer does at its own wish; a gate before it takes something away. */
const CUSTOMER_ACTS = new Set([
  'incident.received',
  'service-request.received',
  'escalation.raised',
  'incident.report-requested',
  'service-request.report-requested',
  'person.seated',
]);

/** Whether everything that a gate holds back is the customer's to do. Whose other facts are, no description says. */
function holdsBackCustomer(gate: readonly string[], { roles }: Description): boolean {
  const theirs = new Set(Object.values(roles.customer).flatMap((role) => role.may ?? []));
  return gate.every((fact) => CUSTOMER_ACTS.has(fact) || theirs.has(fact));
}
