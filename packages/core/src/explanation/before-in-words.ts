/** A promise that is due ahead of something announced: when that is, how far ahead, and whether it was announced too late. */
import { durationInWords, secondsInWords } from '../agreement/words/duration.ts';
import type { Clock } from '../deadline/clock.ts';
import { momentInWords } from './local-time.ts';
import { tableOf, type View } from './view.ts';

/** "Announced …: launch.begins Tue 1 Dec 2026 00:00 CET …. Due 2 business days ahead of it, …." */
export function beforeInWords({ opened, due, awaited }: Clock, view: View): string {
  const zone = tableOf(view);
  const at = (seconds: number) => momentInWords(zone, seconds);
  const event = view.promise.form === 'before' ? view.promise.before : 'what it comes before';
  if (!awaited) return `Announced ${at(opened)}; nothing said yet when ${event} is.`;
  const announced = `Announced ${at(opened)}: ${event} ${at(awaited.moment)}.`;
  const ahead = awaited.lead ? `${durationInWords(awaited.lead.duration)} ahead of it` : 'by then';
  if (due === undefined) return `${announced} Due ${ahead}, which would be more than 3,653 days back.`;
  if (awaited.cameEarly) return `${announced} It came early, ${at(due)}: that was the last moment.`;
  return `${announced} Due ${ahead}, ${at(due)}: ${apart(due - opened)}.`;
}

function apart(seconds: number): string {
  if (seconds === 0) return 'the very second of the announcement';
  return seconds > 0
    ? `${secondsInWords(seconds)} after the announcement`
    : `${secondsInWords(-seconds)} before the announcement, which came too late`;
}

/** "Breached …, when it was announced, 3 hours after the deadline": where the deadline had passed by then. */
export function brokenBeforeInWords({ opened, due, breachedAt }: Clock): string | undefined {
  if (due === undefined || breachedAt === undefined || breachedAt <= due) return undefined;
  const what = breachedAt === opened ? 'announced' : 'moved';
  return `when it was ${what}, ${secondsInWords(breachedAt - due)} after the deadline`;
}

/** "before it was announced; the deadline, 2 hours before that, could not be known": evidence that nobody could time. */
export function metBeforeAnnounced({ due, metAt, opened }: Clock): string | undefined {
  if (due === undefined || metAt === undefined || metAt <= due) return undefined;
  const when = metAt < opened ? 'before it was announced' : 'when it was announced';
  return `${secondsInWords(metAt - due)} after the deadline, which nobody knew then: it was there ${when}`;
}
