/** Today and the ledger page's route beside a bare Fastify route that answers the same bytes, at two sizes of the ledger. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import type { BenchResult, Effort } from '../measure/bench.ts';
import { figure, ratios } from '../measure/figure.ts';
import { interleave } from '../measure/interleave.ts';
import { CLIENTS, perSecond } from './bench-installation.ts';

type Serving = { readonly port: number; readonly accountId: string };
const PAGES = {
  today: () => '/api/v1/today?limit=50',
  ledger: (id: string) => `/api/v1/accounts/${id}/obligations?limit=50&show=settled`,
};

export async function run({ quick, rounds }: Effort): Promise<BenchResult> {
  const sizes = quick ? [1000, 10_000] : [10_000, 1_000_000];
  const figures = [];
  const took: Record<string, number[]> = {};
  for (const size of sizes) {
    const child = fork(join(import.meta.dirname, 'list-server.ts'), [String(size)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    try {
      const serving = await ready(child);
      for (const [name, path] of Object.entries(PAGES)) {
        const address = path(serving.accountId);
        const get = getter(serving.port);
        const bare = `/bare?of=${encodeURIComponent(address)}`;
        await get(bare);
        const seconds = quick ? 500 : 2000;
        // As a server that has been running for days.
        await perSecond(2 * seconds, () => get(address));
        const samples = await interleave(
          { route: () => perSecond(seconds, () => get(address)), bare: () => perSecond(seconds, () => get(bare)) },
          Math.min(rounds, 5),
        );
        const words = `${name}, ${size.toLocaleString('en')} obligations`;
        figures.push(figure(words, 'replies/s', samples.route));
        figures.push(
          figure(`${words}: to a bare route of the same bytes`, '×', ratios(samples.route, samples.bare), {
            atLeast: 0.15,
          }),
        );
        (took[name] ??= []).push(median(samples.route));
      }
      const onwards = pageAfterPage(serving);
      const paging = await interleave({ paging: () => perSecond(quick ? 500 : 2000, onwards) }, Math.min(rounds, 5));
      figures.push(
        figure(`ledger, page after page, ${size.toLocaleString('en')} obligations`, 'replies/s', paging.paging),
      );
    } finally {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  }
  for (const [name, [few = 1, many = 1]] of Object.entries(took))
    figures.push(figure(`${name}: time at the larger size to that at the smaller`, '×', [few / many], { atMost: 1.5 }));
  return {
    title: `Lists of 50 rows over HTTP, ${CLIENTS} clients that keep their connections`,
    figures,
    notes: [
      'The rows are loaded in bulk, a third of them open; embedded PostgreSQL, one server process, the load from another process of the same machine.',
      'The same page is asked for again and again, as people do who look at it: which rows there are is read each time, what stands in them only where it changed. Page after page, each client reads on, and every row is read.',
    ],
  };
}

async function ready(child: ChildProcess): Promise<Serving> {
  const [message] = (await once(child, 'message')) as [Serving];
  return message;
}

function getter(port: number): (path: string) => Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  return (path) =>
    new Promise((resolve, reject) => {
      const asked = request({ port, path, agent, headers: { authorization: 'Bench' } }, (reply) => {
        if (reply.statusCode !== 200) reject(new Error(`${path}: ${reply.statusCode}`));
        const parts: Buffer[] = [];
        reply
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', () => {
            resolve(Buffer.concat(parts).toString('latin1'));
          });
      });
      asked.on('error', reject).end();
    });
}

/** Each client reads on where it was, so that nearly no row is one that the server showed a moment ago. */
function pageAfterPage({ port, accountId }: Serving): (client: number) => Promise<void> {
  const get = getter(port);
  const after = new Map<number, string>();
  return async (client) => {
    const page = await get(`${PAGES.ledger(accountId)}${after.get(client) ?? ''}`);
    const next = /"next":"([^"]+)"\}$/.exec(page)?.[1];
    after.set(client, next === undefined ? '' : `&after=${next}`);
  };
}

function median(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[samples.length >> 1] ?? Number.NaN;
}
