/** What happens to made-up tickets, the same in every run. */
import { oneOf, type Random, wholeBetween } from '../measure/random.ts';
import { bodyOf, HOST, noteOf, subjectOf } from './texts.ts';

/** Instants are epoch seconds. */
export type Life = {
  readonly kind: 'incident' | 'service-request';
  readonly severity: number;
  readonly subject: string;
  readonly body: string;
  readonly receivedAt: number;
  /** Its receipt was confirmed by staff (AC13). */
  readonly acknowledgedAt?: number;
  /** Resolved by staff, with these words. */
  readonly ended?: { readonly at: number; readonly body: string };
};

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];
/** Tickets of one host: what a search for its name finds, however many tickets there are. */
const OF_A_HOST = 5;

/** The life of the nth ticket. Half of them have ended, half are open; some were confirmed too late. */
export function drawLife(random: Random, n: number, now: number): Life {
  const severity = oneOf(random, [1, 2, 2, 3, 3, 3, 4, 4]);
  const host = hostName(Math.floor(n / OF_A_HOST));
  const said = (text: string) => text.replaceAll(HOST, host);
  const isOpen = random() < 0.5;
  // Open ones wait for a report or for nothing; what is new waits for its confirmation.
  const age = isOpen
    ? wholeBetween(random, MINUTE, severity < 3 ? DAY : 10 * DAY)
    : wholeBetween(random, 5 * DAY, 50 * DAY);
  const receivedAt = now - age;
  const life: Life = {
    kind: random() < 0.1 ? 'service-request' : 'incident',
    severity,
    subject: said(subjectOf(random)),
    body: said(bodyOf(random)),
    receivedAt,
  };
  const acknowledgedAt = receivedAt + wholeBetween(random, MINUTE, severity === 1 ? 40 * MINUTE : 6 * HOUR);
  if (acknowledgedAt >= now) return life;
  if (isOpen) return { ...life, acknowledgedAt };
  const ended = { at: acknowledgedAt + wholeBetween(random, HOUR, 2 * DAY), body: said(noteOf(random)) };
  return { ...life, acknowledgedAt, ended };
}

/** A word that the search takes as it stands, of as many letters whichever host it is. */
export function hostName(n: number): string {
  return `node${String(n).padStart(HOST.length - 4, '0')}`;
}
