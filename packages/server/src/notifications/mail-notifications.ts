/**
 * Tells a person by mail what the application told already: one mail for all that is to be mailed now. The mail's row and
 * the marks of what it tells are one transaction, so each notification is in one mail.
 */
import { SYSTEM, type Actor } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tx } from '../platform/database/tx.ts';
import { actorFor } from '../platform/http/access-check.ts';
import { headerText } from '../platform/mail/header-text.ts';
import { layOutMail } from '../platform/mail/layout.ts';
import { loadVisitor } from '../identity/index.ts';
import { dailyHourAfter } from './daily-hour.ts';
import { queueMail } from './mail-store.ts';
import { notificationMail, preferencesUrl } from './notification-mail.ts';
import { enqueueDaily, lockUnmailed, markMailed, settleUnseen, type Unmailed } from './notification-store.ts';
import { choicesOf, type Choices } from './notification-views.ts';
import { recipientOf, toldBy, type Recipient } from './recipient-views.ts';

export async function mailNotifications(
  db: Database,
  publicUrl: string,
  personId: string,
  now: Temporal.Instant,
): Promise<void> {
  const actor = await asPerson(db, personId);
  // With the person's own eyes: an account that was taken from it since is not told of, by the database's own rules.
  if (actor)
    await db.write(actor, async (tx) => {
      const to = await recipientOf(tx, personId);
      if (to) await tell(tx, personId, to, publicUrl, now);
      return { ok: true };
    });
  const accounts = actor?.accounts ?? [];
  if (accounts === 'all') return;
  await db.write(SYSTEM, (tx) => {
    settleUnseen(tx, personId, accounts, now);
    return Promise.resolve({ ok: true });
  });
}

/** The person as an actor; undefined for one who may not sign in any more. */
async function asPerson(db: Database, personId: string): Promise<Actor | undefined> {
  const credential = { via: 'session', credentialId: personId, scopes: undefined } as const;
  const visitor = await db.read(SYSTEM, (tx) => loadVisitor(tx, personId, credential));
  const actor = visitor && actorFor(visitor, 'signed-in', undefined);
  return actor?.ok ? { ...actor.value, via: 'system' } : undefined;
}

async function tell(tx: Tx, personId: string, to: Recipient, publicUrl: string, now: Temporal.Instant): Promise<void> {
  const unmailed = await lockUnmailed(tx, personId);
  if (unmailed.length === 0) return;
  const { mailed, silent, later } = sorted(unmailed, await choicesOf(tx, personId), to.zone, now);
  const ids = mailed.map(({ id }) => id);
  const told = ids.length === 0 ? [] : await toldBy(tx, personId, ids);
  markMailed(tx, personId, [...mailed, ...silent], now);
  if (later) await enqueueDaily(tx, personId, later);
  if (mailed.length === 0) return;
  const content = notificationMail(told, to, publicUrl);
  await queueMail(
    tx,
    {
      to: { address: to.email, name: to.name },
      personId,
      subject: headerText(content.title),
      ...layOutMail(content),
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'List-Unsubscribe': `<${preferencesUrl(publicUrl)}>`,
      },
    },
    now,
  );
}

/** What is mailed now, what never is, and when the daily mail tells the rest. What was read meanwhile needs no mail. */
function sorted(unmailed: readonly Unmailed[], { usual, byKind }: Choices, zone: string, now: Temporal.Instant) {
  const mailed: Unmailed[] = [];
  const silent: Unmailed[] = [];
  let later: Temporal.Instant | undefined;
  for (const one of unmailed) {
    const when = byKind.get(one.kind) ?? usual;
    const at = when === 'daily' ? dailyHourAfter(Temporal.Instant.from(one.createdAt), zone) : now;
    if (when === 'never' || one.readAt !== null) silent.push(one);
    else if (Temporal.Instant.compare(at, now) <= 0) mailed.push(one);
    else later = later && Temporal.Instant.compare(later, at) < 0 ? later : at;
  }
  return { mailed, silent, later };
}
