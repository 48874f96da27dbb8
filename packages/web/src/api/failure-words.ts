import { isReachable } from './reachability.ts';
import { Refused } from './refused.ts';
import { Unreachable } from './unreachable.ts';

/** A failure as two sentences: what is wrong, and what to do. */
export function failureWords(error: unknown): { readonly title: string; readonly remedy: string } {
  if (error instanceof Refused) {
    const request = error.status >= 500 && error.requestId !== undefined ? ` Request ${error.requestId}.` : '';
    return { title: error.message, remedy: `${error.remedy}${request}` };
  }
  if (error instanceof Unreachable)
    return isReachable()
      ? { title: 'An answer of the server did not arrive.', remedy: 'Try again in a moment; what is shown may be old.' }
      : { title: error.message, remedy: 'This page shows itself as soon as the server answers again.' };
  return { title: 'Something in this page went wrong.', remedy: 'Reload it; if it lasts, tell the administrator.' };
}
