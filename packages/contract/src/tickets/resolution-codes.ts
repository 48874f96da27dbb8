/**
 * How a ticket was resolved. The same for every service: a description says on which grounds something is declined and nothing of
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
