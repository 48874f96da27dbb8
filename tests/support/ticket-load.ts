/**
 * Ticket work, somebody at it at every moment: each client submits, replies, acknowledges, changes the severity, merges, and records
 * what breaks a promise. Whoever is cut off asks again with the same key, as a careful program does.
 */
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import type { AgreedAccount } from './agreed-account.ts';

/** What a server said was done. */
export type Acknowledged = {
  /** Ids of tickets, messages and facts. */
  readonly made: readonly string[];
  /** What happened to which ticket. */
  readonly happened: readonly { readonly ticketId: string; readonly fact: string }[];
  /** Subjects of tickets, each of which was submitted once, however often it was asked for. */
  readonly subjects: readonly string[];
};
export type Load = { readonly acknowledged: Acknowledged; readonly stop: () => Promise<void> };

const CLIENTS = 8;
/** Times 50 ms: longer than a server that says it is ready needs for all its connections. */
const MOST_UNHEARD = 600;
const OVER = new Error('The load is over.');

/** `urls`: servers on one database; each client goes to the next one where its own does not answer. */
export function ticketLoad(urls: readonly string[], token: string, { accountId, contractId }: AgreedAccount): Load {
  const ending = new AbortController();
  const isOver = () => ending.signal.aborted;
  const acknowledged = {
    made: [] as string[],
    happened: [] as { ticketId: string; fact: string }[],
    subjects: [] as string[],
  };
  const client = async (_: unknown, first: number) => {
    let server = first;
    /** Undefined where it was done already, by a request whose answer never came. */
    const post = async (path: string, body: object): Promise<{ id: string } | undefined> => {
      let isAgain = false;
      let unheard = 0;
      const headers = {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': randomUUID(),
      };
      // Once the load is over, what was asked for is asked again until it is answered; nothing new is.
      if (isOver()) throw OVER;
      for (;;) {
        const url = `${urls[server % urls.length]}/api/v1/accounts/${accountId}${path}`;
        const reply = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers }).catch(() => undefined);
        const text = await reply?.text().catch(() => undefined);
        if (reply && text !== undefined && reply.status < 500) {
          if (isAgain && text.includes('"state.not-possible"')) return undefined;
          if (reply.status >= 300) throw new Error(`${reply.status} ${path} ${text}`);
          return JSON.parse(text) as { id: string };
        }
        if (isOver() && ++unheard > MOST_UNHEARD) throw new Error(`No answer any more: ${path}`);
        isAgain = true;
        server += 1;
        await after(50);
      }
    };
    const made = async (path: string, body: object) => {
      const row = await post(path, body);
      if (!row) throw new Error(`${path} was refused.`);
      acknowledged.made.push(row.id);
      return row.id;
    };
    const submit = async () => {
      const subject = `Down ${randomUUID()}`;
      const severity = randomInt(1, 4);
      const id = await made('/tickets', { contractId, kind: 'incident', subject, body: 'Since noon.', severity });
      acknowledged.subjects.push(subject);
      return id;
    };
    const happened = async (ticketId: string, path: string, body: object, fact: string) => {
      await post(`/tickets/${ticketId}${path}`, body);
      acknowledged.happened.push({ ticketId, fact });
    };
    while (!isOver()) {
      try {
        const ticketId = await submit();
        await made(`/tickets/${ticketId}/messages`, { body: 'We look.', audience: 'internal' });
        await happened(ticketId, '/acknowledgement', {}, 'incident.acknowledged');
        await made(`/tickets/${ticketId}/messages`, { body: 'Which kernel?', handTo: 'customer' });
        await happened(ticketId, '/severity', { severity: 4, reason: 'Only a question.' }, 'incident.severity-changed');
        // Before an attempt to reproduce it, this breaks a promise.
        await made('/facts', { contractId, fact: 'incident.access-requested', subjectId: ticketId });
        await happened(await submit(), '/merging', { intoId: ticketId }, 'incident.merged');
        // Whoever comes back is not to find every processor taken.
        await after(randomInt(0, 150));
      } catch (error) {
        if (error !== OVER) failures.push(error);
        await after(20);
      }
    }
  };
  const failures: unknown[] = [];
  const clients = Array.from({ length: CLIENTS }, client);
  return {
    acknowledged,
    stop: async () => {
      ending.abort();
      await Promise.all(clients);
      if (failures.length > 0) throw new AggregateError(failures, `Refused: ${String(failures[0])}`);
    },
  };
}
