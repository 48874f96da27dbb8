import { notifications } from '@mantine/notifications';
import { Refused } from './refused.ts';
import { Unreachable } from './unreachable.ts';

/** Long enough to read two sentences twice. */
const READING_MS = 12_000;

/** Shows a failure as a calm notice: what is wrong and what to do about it. */
export function tellFailure(error: Error): void {
  // The banner says it already, and says when it is over.
  if (error instanceof Unreachable) return;
  const { title, message, id } = wordsOf(error);
  notifications.show({ id, title, message, color: 'larch', autoClose: READING_MS, withBorder: true });
}

function wordsOf(error: Error): { id: string; title: string; message: string } {
  if (!(error instanceof Refused)) {
    return {
      id: 'page.failed',
      title: 'Something in this page went wrong.',
      message: 'Reload it; if it lasts, tell the administrator.',
    };
  }
  const named = error.fields.map(({ path, says }) => `${path}: ${says}.`);
  const request = error.status >= 500 && error.requestId !== undefined ? [`Request ${error.requestId}.`] : [];
  // The same refusal again replaces its notice instead of piling up.
  return { id: error.code, title: error.message, message: [...named, error.remedy, ...request].join(' ') };
}
