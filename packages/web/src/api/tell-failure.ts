import { notifications } from '@mantine/notifications';
import { failureWords } from './failure-words.ts';
import { Refused } from './refused.ts';
import { Unreachable } from './unreachable.ts';

/** Long enough to read two sentences twice. */
const READING_MS = 12_000;

/** Shows a failure as a calm notice: what is wrong and what to do about it. */
export function tellFailure(error: Error): void {
  // The banner says it already, and says when it is over.
  if (error instanceof Unreachable) return;
  const { title, remedy } = failureWords(error);
  // The same refusal again replaces its notice instead of piling up.
  const id = error instanceof Refused ? error.code : 'page.failed';
  notifications.show({ id, title, message: remedy, color: 'larch', autoClose: READING_MS, withBorder: true });
}
