/**
 * How a ticket was resolved, and why one was closed. The same for every service: a description says on which grounds something is declined and nothing of
 * solutions, so that solutions can be compared across all of them.
 */
export const RESOLUTION_CODES = [
  'fixed',
  'workaround',
  'answered',
  'known-error',
  'not-reproducible',
  'not-ours',
] as const;
export type ResolutionCode = (typeof RESOLUTION_CODES)[number];

/**
 * Why each side closes a ticket, if it says so. What time does (`timeout`) nobody gives as a reason, and what solved it, says
 * whoever solved it: a customer says whether it is.
 */
export const CLOSING_CODES = { provider: RESOLUTION_CODES, customer: ['solved', 'not-needed'] } as const;
export type CustomersClosingCode = (typeof CLOSING_CODES)['customer'][number];
