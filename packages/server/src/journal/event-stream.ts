/** One browser's stream of server-sent events: what it may see, from where it was cut off. */
import type { ServerResponse } from 'node:http';
import { actorFor } from '../platform/http/access-check.ts';
import type { Database } from '../platform/database/database.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { factsAfter, latestPlace, type FeedFact, type FeedPlace, type FeedPresence } from './feed-views.ts';
import type { LiveFeed } from './live-feed.ts';

const HEARTBEAT_MS = 20_000;
const MISSED_AT_ONCE = 500;
/** What a browser may leave unread. */
const UNREAD_BYTES = 1024 * 1024;

export type StreamParts = {
  readonly db: Database;
  readonly feed: LiveFeed;
  /** Who it is now; nobody once the session has ended. */
  readonly visitorNow: () => Promise<Visitor | undefined>;
};

type Told = { readonly facts: readonly FeedFact[]; readonly presences: readonly FeedPresence[] };

/** Writes events until the browser goes or loses its right; `lastEventId` is where it was. */
export async function streamEvents(
  response: ServerResponse,
  { db, feed, visitorNow }: StreamParts,
  first: Visitor,
  lastEventId: string | undefined,
): Promise<void> {
  const seen = await placeFrom(db, lastEventId);
  // Of what happened before it listens nobody tells it: it would outlive the server's end, or the browser's going.
  if (feed.ending.aborted || response.closed) {
    response.end();
    return;
  }
  let place: FeedPlace = seen;
  const write = (visitor: Visitor, { facts, presences }: Told) => {
    for (const presence of presences) if (mayMeet(visitor, presence)) response.write(presenceOf(presence));
    for (const fact of facts) {
      if (!isAfter(fact, place)) continue;
      place = fact;
      if (maySee(visitor, fact)) response.write(eventOf(fact));
    }
    // A browser that does not read comes back to its place once it does; until then nothing piles up for it here.
    if (response.writableLength > UNREAD_BYTES) response.destroy();
  };
  // Asked after what is told was read: whoever lost a role before that happened hears nothing of it.
  const send = async (told: Told): Promise<void> => {
    const visitor = await visitorNow();
    if (visitor && !response.writableEnded) write(visitor, told);
    else response.end();
  };
  const waiting: FeedFact[] = [];
  const met: FeedPresence[] = [];
  let telling: Promise<void> | undefined;
  const tell = async (): Promise<void> => {
    while (waiting.length + met.length > 0) await send({ facts: waiting.splice(0), presences: met.splice(0) });
  };
  const tellSoon = () => {
    telling ??= tell()
      .catch(() => void response.end())
      .finally(() => {
        telling = undefined;
        if (waiting.length + met.length > 0 && !response.writableEnded) tellSoon();
      });
  };
  // Listening begins before the missed ones are read, so that nothing falls between.
  let live = false;
  const unlisten = feed.listen((facts, presences) => {
    waiting.push(...facts);
    met.push(...presences);
    if (live) tellSoon();
  });
  const timer = setInterval(() => {
    void visitorNow().then(
      (visitor) => (visitor && !response.writableEnded ? response.write(': still here\n\n') : response.end()),
      () => response.end(),
    );
  }, HEARTBEAT_MS);
  const end = () => response.end();
  feed.ending.addEventListener('abort', end, { once: true });
  response.on('close', () => {
    clearInterval(timer);
    unlisten();
    feed.ending.removeEventListener('abort', end);
  });
  await feed.ready();
  // From here on whoever comes to a ticket is told of; who was there before, the page asks when it has read this.
  response.write(`retry: 2000\nid: ${placeText(place)}\n\n`);
  await sendMissed(db, first, seen, (facts) => send({ facts, presences: [] }));
  live = true;
  tellSoon();
}

async function sendMissed(
  db: Database,
  visitor: Visitor,
  from: FeedPlace,
  send: (facts: readonly FeedFact[]) => Promise<void>,
): Promise<void> {
  const actor = actorFor(visitor, 'signed-in', undefined);
  if (!actor.ok) return;
  for (let place = from; ;) {
    const facts = await db.read(actor.value, (tx) => factsAfter(tx, place, MISSED_AT_ONCE));
    const last = facts.at(-1);
    if (!last) return;
    await send(facts);
    if (facts.length < MISSED_AT_ONCE) return;
    place = last;
  }
}

function maySee(
  { side, seesAll, accountRoles }: Visitor,
  { accountId, audience }: Pick<FeedFact, 'accountId' | 'audience'>,
): boolean {
  return side === 'provider'
    ? seesAll || accountRoles.has(accountId)
    : audience === 'shared' && accountRoles.has(accountId);
}

function mayMeet(visitor: Visitor, { accountId, side }: FeedPresence): boolean {
  return maySee(visitor, { accountId, audience: side === 'customer' ? 'shared' : 'internal' });
}

/** Without an id: it is no place in the journal. */
function presenceOf({ accountId, ticketId }: FeedPresence): string {
  return `event: presence\ndata: ${JSON.stringify({ accountId, ticketId })}\n\n`;
}

function eventOf(fact: FeedFact): string {
  const { accountId, position, subjectId, aboutId } = fact;
  return `id: ${placeText(fact)}\nevent: fact\ndata: ${JSON.stringify({ position, accountId, fact: fact.fact, subjectId, aboutId })}\n\n`;
}

function placeText({ transaction, position }: FeedPlace): string {
  return `${transaction}-${position}`;
}

async function placeFrom(db: Database, lastEventId: string | undefined): Promise<FeedPlace> {
  const [, transaction, position] = /^(\d{1,19})-(\d{1,15})$/.exec(lastEventId ?? '') ?? [];
  if (transaction === undefined || position === undefined)
    return db.read({ personId: undefined, side: 'provider', accounts: 'all', via: 'system' }, latestPlace);
  return { transaction, position: Number(position) };
}

function isAfter(fact: FeedPlace, place: FeedPlace): boolean {
  const [a, b] = [BigInt(fact.transaction), BigInt(place.transaction)];
  return a > b || (a === b && fact.position > place.position);
}
