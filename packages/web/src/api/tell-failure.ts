import { notifications } from '@mantine/notifications';
import { failureWords } from './failure-words.ts';
import { Refused } from './refused.ts';
import { Unreachable } from './unreachable.ts';

/** Long enough to read two sentences twice. */
const READING_MS = 12_000;

/** Shows a failure as a calm notice: what is wrong and what to do about it. */
export function tellFailure(error: Error): void {
  // The same refusal again replaces its notice instead of piling up.
  const id = error instanceof Refused ? error.code : 'page.failed';
  const { title, remedy } = failureWords(error);
  notifications.show({ id, title, message: remedy, color: 'larch', autoClose: READING_MS, withBorder: true });
}

/** The same of something that somebody did, named as its button is: it stays until it is read where nobody answered. */
export function tellUndone(error: Error, act = 'What you did last'): void {
  if (!(error instanceof Unreachable)) return tellFailure(error);
  notifications.show({
    id: `undone ${act}`,
    title: `“${act}” got no answer`,
    message: 'It counts as not done. Once the server answers, this page shows whether it was; if not, do it again.',
    color: 'larch',
    autoClose: false,
    withBorder: true,
  });
}
