/** `tamarack serve` in a process of its own, asked by eight clients; beside it what the machine can do at most. */
import pg from 'pg';
import { freePort } from '../../tests/support/served-process.ts';
import { commitRate } from '../ledger/commit-rate.ts';
import { interleave } from '../measure/interleave.ts';
import { ASKS, asksOf, type AskName } from './asks.ts';
import { startBareRoute } from './bare-route.ts';
import type { Desk } from './desk.ts';
import { type Answered, answerTo, ask, CLIENTS } from './http-clients.ts';
import { memoryOf } from './memory-of.ts';
import type { Place } from './places.ts';
import { serveIntoFile } from './serve-into-file.ts';

/** For creating once more: those that wait are written together, and how many wait depends on how many ask. */
export const MANY_CLIENTS = 4 * CLIENTS;

/** Those that are held against a bare route of the same bytes. */
export const SHOWN = ['show', 'list'] as const satisfies readonly AskName[];

export type Found = {
  readonly answers: Readonly<Record<AskName, readonly Answered[]>>;
  /** A second, round by round; so is what follows. */
  readonly createdByMany: readonly number[];
  readonly bare: Readonly<Record<(typeof SHOWN)[number], readonly number[]>>;
  readonly commits: readonly number[];
  readonly commitsBy: string;
  /** Megabytes, of server and database, when all was asked. */
  readonly serverMemory: number;
  readonly databaseMemory: number;
};

export type Span = {
  readonly milliseconds: number;
  readonly rounds: number;
  /** Of each ask, before anything counts: a desk has been running for days, and what is asked often is compiled then. */
  readonly warmUpMilliseconds: number;
};

export async function serveAndAsk(
  place: Place,
  desk: Desk,
  tickets: number,
  { milliseconds, rounds, warmUpMilliseconds }: Span,
): Promise<Found> {
  const port = await freePort();
  const served = await serveIntoFile({ ...place.environment, PORT: String(port) }, ['--no-web']);
  const owner = new pg.Client({ connectionString: await place.servedUrl() });
  owner.on('error', () => undefined);
  await owner.connect();
  const bares = { show: await startBareRoute(), list: await startBareRoute() };
  const commits = await commitRate(await place.servedUrl(), Math.max(1, Math.round(milliseconds / 1000)));
  try {
    const asks = await asksOf(owner, desk, tickets);
    for (const name of SHOWN) await bares[name].answer(await answerTo(port, asks[name]()));
    for (const name of ASKS) await ask(port, warmUpMilliseconds, asks[name]);
    const answers = Object.fromEntries(ASKS.map((name) => [name, []])) as unknown as Record<AskName, Answered[]>;
    const asking = ASKS.map(
      (name) =>
        [
          name,
          async () => {
            const answered = await ask(port, milliseconds, asks[name]);
            answers[name].push(answered);
            return answered.perSecond;
          },
        ] as const,
    );
    const bare = (name: (typeof SHOWN)[number]) => async () =>
      (await ask(bares[name].port, milliseconds, () => ({ path: '/' }))).perSecond;
    const byMany = async () => (await ask(port, milliseconds, asks.create, MANY_CLIENTS)).perSecond;
    const limits = { 'bare show': bare('show'), 'bare list': bare('list'), commits: commits.measure };
    const samples = await interleave({ ...Object.fromEntries(asking), byMany, ...limits }, rounds);
    // The round that warmed up does not count.
    for (const name of ASKS) answers[name].shift();
    return {
      answers,
      createdByMany: samples.byMany,
      bare: { show: samples['bare show'], list: samples['bare list'] },
      commits: samples.commits,
      commitsBy: commits.by,
      serverMemory:
        memoryOf([served.pid]) -
        (place.environment['DATABASE_URL'] === undefined ? memoryOf([place.databasePid()]) : 0),
      databaseMemory: memoryOf([place.databasePid()]),
    };
  } finally {
    await commits.stop();
    await Promise.all([bares.show.stop(), bares.list.stop(), owner.end()]);
    await served.end();
  }
}
