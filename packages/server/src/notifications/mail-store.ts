/** Writes of outgoing mails: an outbox of which each mail is a row before it is sent. */
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import type { Mailbox, MailHeader } from '../platform/mail/outgoing-mail.ts';
import type { Tx } from '../platform/database/tx.ts';

export type QueuedMail = {
  readonly to: Mailbox;
  /** Whose mail it is, if that is a person of the installation. */
  readonly personId?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers?: { readonly [name in MailHeader]?: string };
  /** It holds a secret, such as a one-time link: its text is forgotten once it is sent. */
  readonly isSecret?: boolean;
  /** It is not sent any more after this. */
  readonly usefulUntil?: Temporal.Instant;
  /**
   * The same id for the same cause, where a job may be done twice: the second mail is then none. Only for the program
   * itself: PostgreSQL looks for the first one under the policy of reading.
   */
  readonly id?: string;
};

/** Writes a mail and has it sent once the transaction is committed; its id. */
export async function queueMail(tx: Tx, mail: QueuedMail, now: Temporal.Instant): Promise<string> {
  const id = mail.id ?? uuid();
  const insert = sql`insert into mail (id, person_id, to_address, to_name, subject, text, html, headers, is_secret, useful_until, created_at)
    values (${id}, ${mail.personId ?? null}, ${mail.to.address}, ${mail.to.name ?? ''}, ${mail.subject}, ${mail.text}, ${mail.html},
      ${JSON.stringify(mail.headers ?? {})}, ${mail.isSecret ?? false}, ${mail.usefulUntil?.toString() ?? null}, ${now.toString()})`;
  if (mail.id === undefined) tx.send('queue-mail', insert);
  else if ((await tx.run(sql`${insert} on conflict (id) do nothing`)) === 0) return id;
  enqueueSending(tx, id, now);
  return id;
}

/** One job a mail: a second one takes the place of the first. */
export function enqueueSending(tx: Tx, mailId: string, at: Temporal.Instant): void {
  tx.send(
    'enqueue-sending-mail',
    sql`select enqueue_job('send-mail', ${JSON.stringify({ mailId })}::jsonb, ${at.toString()}::timestamptz, ${`send-mail-${mailId}`})`,
  );
}

export type LockedMail = {
  readonly id: string;
  readonly to: string;
  readonly toName: string;
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  readonly headers: { readonly [name in MailHeader]?: string };
  readonly isSecret: boolean;
  readonly state: 'waiting' | 'sent' | 'refused' | 'deferred';
  readonly attempts: number;
  readonly usefulUntil: string | null;
  readonly takenUntil: string | null;
  readonly triedFrom: string | null;
};

/** Locked until the end of the transaction. */
export function lockMail(tx: Tx, mailId: string): Promise<LockedMail | undefined> {
  return tx.first<LockedMail>(sql`select id, to_address as "to", to_name as "toName", subject, text, html, headers,
    is_secret as "isSecret", state, attempts, useful_until as "usefulUntil", taken_until as "takenUntil", tried_from as "triedFrom"
    from mail where id = ${mailId} for update`);
}

/** Takes a locked mail to send it: until then nobody else does. */
export async function takeMail(tx: Tx, mailId: string, now: Temporal.Instant, until: Temporal.Instant): Promise<void> {
  await tx.run(sql`update mail set taken_until = ${until.toString()}, attempts = attempts + 1,
    tried_from = coalesce(tried_from, ${now.toString()}) where id = ${mailId}`);
}

/** How a try ended; `attempts` names the try, so that one which was given up for dead cannot overwrite a later one. */
type Outcome = { readonly id: string; readonly attempts: number };

export async function markSent(tx: Tx, { id, attempts }: Outcome, now: Temporal.Instant): Promise<void> {
  await tx.run(sql`update mail set state = 'sent', sent_at = ${now.toString()}, error = null, taken_until = null, next_try_at = null,
      text = case when is_secret then null else text end, html = case when is_secret then null else html end
    where id = ${id} and attempts = ${attempts}`);
}

export async function markRefused(tx: Tx, { id, attempts }: Outcome, error: string): Promise<void> {
  await tx.run(sql`update mail set state = 'refused', error = ${error}, taken_until = null, next_try_at = null
    where id = ${id} and attempts = ${attempts}`);
}

/** Its link is good for nothing any more, and the text is forgotten with it. */
export async function markExpired(tx: Tx, mailId: string): Promise<void> {
  await tx.run(sql`update mail set state = 'refused', error = 'The link in it expired before it could be sent.', text = null, html = null,
    next_try_at = null where id = ${mailId}`);
}

export async function markDeferred(
  tx: Tx,
  { id, attempts }: Outcome,
  error: string,
  nextTryAt: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update mail set state = 'deferred', error = ${error}, taken_until = null, next_try_at = ${nextTryAt.toString()}
    where id = ${id} and attempts = ${attempts}`);
}

/** As if it had never been tried; attempts go on counting, because they name the try. */
export async function resetMail(tx: Tx, mailId: string): Promise<void> {
  await tx.run(sql`update mail set state = 'waiting', error = null, tried_from = null, taken_until = null, next_try_at = null
    where id = ${mailId}`);
}

/** Forgets what was settled before `before`: mails are of people, and the journal has what they told of. */
export async function forgetMails(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.run(sql`delete from mail where state in ('sent', 'refused') and created_at < ${before.toString()}`);
}
